import type { JSX } from 'preact';
import { CODE_WORDS, filled } from '../../domain/words/code-words.ts';
import type { Rendering } from '../../functions/_reports/renderings.ts';
import { Facts, Notice, Section } from '../components/basics.tsx';
import { ErrorSummary, Field } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { Table } from '../components/table.tsx';
import { dayIn, numberIn } from '../format.ts';
import { useLink, usePlace, useWords } from '../page-context.ts';

interface VerifyProps {
  /** What somebody typed as a code, and what is wrong with it. */
  readonly typed?: string;
  readonly wrong?: 'mistyped' | 'unknown';
}

const Verify = ({ typed, wrong }: VerifyProps) => {
  const { verify } = useWords();
  const link = useLink();
  const error = wrong === undefined ? undefined : verify[wrong];
  return (
    <Shell title={verify.title} description={verify.lead}>
      <ErrorSummary errors={error === undefined ? [] : [{ name: 'code', error }]} />
      <h1>{verify.title}</h1>
      <p class="lead">{verify.lead}</p>
      <h2>{verify.report}</h2>
      <form action={link('/verify')} method="get">
        <Field name="code" label={verify.code} hint={verify.codeHint} error={error}>
          {(described) => (
            <input {...described} maxLength={64} autocomplete="off" spellcheck={false} required value={typed} />
          )}
        </Field>
        <button class="button" type="submit">
          {verify.look}
        </button>
      </form>
      <Section id="record" title={verify.record}>
        <p>{verify.recordSays}</p>
        <p>{verify.recordHow}</p>
      </Section>
    </Shell>
  );
};

interface VerificationProps {
  readonly rendering: Rendering;
  /** What came of the file that somebody handed in. */
  readonly handedIn?: 'nothing' | { readonly sha256: string };
}

/** Days of publication are told at Greenwich: the report itself tells them in the zone of its case. */
const ZONE = 'UTC';

const Verification = ({ rendering, handedIn }: VerificationProps) => {
  const { language } = usePlace();
  const { verify } = useWords();
  const link = useLink();
  const { code, title, publishedAt, pdfs } = rendering;
  const address = `/cases/${rendering.case}/reports/${rendering.report}`;
  const found = filled(verify.found, { code });
  return (
    <Shell title={found} description={title}>
      <ErrorSummary errors={handedIn === 'nothing' ? [{ name: 'file', error: verify.noFile }] : []} />
      <h1>{found}</h1>
      {handedIn === undefined || handedIn === 'nothing' ? null : (
        <Outcome rendering={rendering} sha256={handedIn.sha256} />
      )}
      <Facts
        of={[
          { name: verify.report, value: <a href={link(address)}>{title}</a> },
          { name: verify.publishedAt, value: dayIn(language, publishedAt, ZONE) },
          { name: verify.case, value: <a href={link(`/cases/${rendering.case}`)}>{rendering.case}</a> },
        ]}
      />
      <Table
        caption={verify.pdfs}
        rows={pdfs}
        columns={[
          {
            head: verify.language,
            names: true,
            cell: (pdf) => <a href={`${address}/pdf?language=${pdf.language}`}>{CODE_WORDS[pdf.language].language}</a>,
          },
          {
            head: verify.size,
            number: true,
            cell: ({ sizeBytes }) => `${numberIn(language, Math.ceil(sizeBytes / 1024))} KB`,
          },
          { head: verify.hash, cell: ({ sha256 }) => <code>{sha256}</code> },
        ]}
      />
      <Section id="hand-in" title={verify.handIn}>
        <form action={link(`/verify/${code}`)} method="post" encType="multipart/form-data">
          <Field
            name="file"
            label={verify.file}
            hint={verify.fileHint}
            error={handedIn === 'nothing' ? verify.noFile : undefined}
          >
            {(described) => <input type="file" accept="application/pdf,.pdf" required {...described} />}
          </Field>
          <button class="button" type="submit">
            {verify.compare}
          </button>
        </form>
        <h3>{verify.byYourself}</h3>
        <p>{verify.byYourselfSays}</p>
      </Section>
    </Shell>
  );
};

const Outcome = ({ rendering, sha256 }: { readonly rendering: Rendering; readonly sha256: string }) => {
  const { verify } = useWords();
  const isGenuine = rendering.pdfs.some((pdf) => pdf.sha256 === sha256);
  return (
    <Notice tone={isGenuine ? 'good' : 'bad'}>
      <h2>{isGenuine ? verify.genuine : verify.notGenuine}</h2>
      <p>{isGenuine ? verify.genuineSays : verify.notGenuineSays}</p>
      <p>
        {verify.yourHash}: <code>{sha256}</code>
      </p>
    </Notice>
  );
};

/** Where somebody asks whether what they hold is genuine. */
export const verifyPage = (props: VerifyProps): JSX.Element => <Verify {...props} />;

/** Which report bears a code, and whether a file is its PDF. */
export const verificationPage = (props: VerificationProps): JSX.Element => <Verification {...props} />;
