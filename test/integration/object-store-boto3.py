"""Asks the object store what its tests in TypeScript ask, with a client that nobody here wrote. Ends badly where an answer is wrong."""

import base64
import hashlib
import io
import sys
import urllib.error
import urllib.request
import zlib
from datetime import datetime, timedelta, timezone

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

s3 = boto3.client(
    "s3",
    endpoint_url=sys.argv[1],
    config=Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 1}),
)


def refused(code, work, **arguments):
    try:
        work(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
    else:
        raise AssertionError(f"{code} was expected of {work}")


# Objects, versions, delete markers.
key = "caso 1/acta ñ + 日本.txt"
first = s3.put_object(Bucket="versioned", Key=key, Body=b"one", Metadata={"stage": "award"}, ContentType="text/plain")
second = s3.put_object(Bucket="versioned", Key=key, Body=b"two")
assert first["ETag"] == f'"{hashlib.md5(b"one").hexdigest()}"'
assert s3.get_object(Bucket="versioned", Key=key)["Body"].read() == b"two"
old = s3.get_object(Bucket="versioned", Key=key, VersionId=first["VersionId"])
assert (old["Body"].read(), old["Metadata"], old["ContentType"]) == (b"one", {"stage": "award"}, "text/plain")
s3.delete_object(Bucket="versioned", Key=key)
refused("NoSuchKey", s3.get_object, Bucket="versioned", Key=key)
listed = s3.list_object_versions(Bucket="versioned")
assert [version["VersionId"] for version in listed["Versions"]] == [second["VersionId"], first["VersionId"]]
assert listed["DeleteMarkers"][0]["IsLatest"]
refused("InvalidRange", s3.get_object, Bucket="versioned", Key=key, VersionId=first["VersionId"], Range="bytes=9-")
refused("BadDigest", s3.put_object, Bucket="plain", Key="a", Body=b"x", ContentMD5=base64.b64encode(bytes(16)).decode())
refused("NoSuchBucket", s3.put_object, Bucket="nowhere", Key="a", Body=b"x")

# Checksums, in a header and behind a stream.
sha256 = base64.b64encode(hashlib.sha256(b"x").digest()).decode()
assert s3.put_object(Bucket="plain", Key="a", Body=b"x", ChecksumSHA256=sha256)["ChecksumSHA256"] == sha256
refused("BadDigest", s3.put_object, Bucket="plain", Key="a", Body=b"y", ChecksumSHA256=sha256)
crc32 = base64.b64encode(zlib.crc32(b"stream" * 1000).to_bytes(4, "big")).decode()
streamed = s3.put_object(Bucket="plain", Key="b", Body=io.BytesIO(b"stream" * 1000), ChecksumAlgorithm="CRC32")
assert streamed["ChecksumCRC32"] == crc32

# Locks.
until = datetime.now(timezone.utc) + timedelta(days=1)
locked = s3.put_object(
    Bucket="locked", Key="a", Body=b"sealed", ObjectLockMode="COMPLIANCE", ObjectLockRetainUntilDate=until, ChecksumAlgorithm="SHA256"
)
version = {"Bucket": "locked", "Key": "a", "VersionId": locked["VersionId"]}
refused("AccessDenied", s3.delete_object, **version, BypassGovernanceRetention=True)
refused("AccessDenied", s3.put_object_retention, **version, Retention={"Mode": "GOVERNANCE", "RetainUntilDate": until})
assert s3.get_object_retention(**version)["Retention"]["Mode"] == "COMPLIANCE"
errors = s3.delete_objects(Bucket="locked", Delete={"Objects": [{"Key": "a", "VersionId": locked["VersionId"]}]})["Errors"]
assert errors[0]["Code"] == "AccessDenied"

# Parts.
whole = bytes(range(256)) * 48 * 1024
s3.upload_fileobj(io.BytesIO(whole), "plain", "large", Config=TransferConfig(multipart_threshold=6 << 20, multipart_chunksize=5 << 20))
parts = [hashlib.md5(whole[at : at + (5 << 20)]).digest() for at in range(0, len(whole), 5 << 20)]
assert s3.head_object(Bucket="plain", Key="large")["ETag"] == f'"{hashlib.md5(b"".join(parts)).hexdigest()}-{len(parts)}"'
back = io.BytesIO()
s3.download_fileobj("plain", "large", back)
assert back.getvalue() == whole
upload = {"Bucket": "plain", "Key": "small", "UploadId": s3.create_multipart_upload(Bucket="plain", Key="small")["UploadId"]}
etags = [{"PartNumber": n, "ETag": s3.upload_part(**upload, PartNumber=n, Body=b"x")["ETag"]} for n in (1, 2)]
refused("EntityTooSmall", s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": etags})
refused("InvalidPartOrder", s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": etags[::-1]})
s3.abort_multipart_upload(**upload)
refused("NoSuchUpload", s3.list_parts, **upload)

# Pages, rolled up.
for n in range(25):
    s3.put_object(Bucket="plain", Key=f"pages/{n % 5}/{n:02}", Body=b"")
pages = s3.get_paginator("list_objects_v2").paginate(Bucket="plain", Prefix="pages/", PaginationConfig={"PageSize": 4})
assert sum(len(page["Contents"]) for page in pages) == 25
pages = s3.get_paginator("list_objects_v2").paginate(Bucket="plain", Prefix="pages/", Delimiter="/", PaginationConfig={"PageSize": 2})
assert [each["Prefix"] for page in pages for each in page["CommonPrefixes"]] == [f"pages/{n}/" for n in range(5)]

# Links and forms for who has no key.
link = s3.generate_presigned_url("put_object", Params={"Bucket": "plain", "Key": "linked"}, ExpiresIn=60)
assert urllib.request.urlopen(urllib.request.Request(link, data=b"by link", method="PUT")).status == 200
link = s3.generate_presigned_url("get_object", Params={"Bucket": "plain", "Key": "linked"}, ExpiresIn=60)
assert urllib.request.urlopen(link).read() == b"by link"


def send_form(form, content):
    lines = [f'--b\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in form["fields"].items()]
    lines.append(f'--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\n{content}\r\n--b--\r\n')
    headers = {"content-type": "multipart/form-data; boundary=b"}
    request = urllib.request.Request(form["url"], data="".join(lines).encode(), headers=headers, method="POST")
    try:
        return urllib.request.urlopen(request).status
    except urllib.error.HTTPError as error:
        return error.read().decode().split("<Code>")[1].split("</Code>")[0]


form = s3.generate_presigned_post("plain", "posted", Conditions=[["content-length-range", 1, 5]], ExpiresIn=60)
assert send_form(form, "12345") == 204
assert send_form(form, "123456") == "EntityTooLarge"
assert send_form({**form, "fields": {**form["fields"], "key": "other"}}, "12345") == "AccessDenied"

print("all held")
