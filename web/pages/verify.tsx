import type { JSX } from 'preact';
import { CODE_WORDS, filled } from '../../domain/words/code-words.ts';
import type { Rendering } from '../../functions/_reports/renderings.ts';
import { Facts, Notice, Section } from '../components/basics.tsx';
import { ErrorSummary, Field } from '../components/form.tsx';
import { Shell } from '../components/shell.tsx';
import { dayIn, numberIn } from '../format.ts';
import { useLink, usePlace } from '../page-context.ts';
import { VERIFY_WORDS, type VerifyWords } from '../words/verify-words.ts';

const useVerifyWords = (): VerifyWords => VERIFY_WORDS[usePlace().language];

interface VerifyProps {
  /** What somebody typed as a code, and what is wrong with it. */
  readonly typed?: string;
  readonly wrong?: 'mistyped' | 'unknown';
}

const Verify = ({ typed, wrong }: VerifyProps) => {
  const verify = useVerifyWords();
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
        <p>
          <a href={link('/receipt')}>{verify.receipt}</a>
        </p>
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
  const verify = useVerifyWords();
  const link = useLink();
  const { code, title, publishedAt } = rendering;
  return (
    <Shell title={`${verify.found}: ${code}`} description={title}>
      <ErrorSummary errors={handedIn === 'nothing' ? [{ name: 'file', error: verify.noFile }] : []} />
      <h1>{verify.found}</h1>
      {handedIn === undefined || handedIn === 'nothing' ? null : (
        <Outcome rendering={rendering} sha256={handedIn.sha256} />
      )}
      <p class="lead">{filled(verify.foundOn, { date: dayIn(language, publishedAt, ZONE) })}</p>
      <Facts
        of={[
          { name: verify.reportTitle, value: title },
          { name: verify.code, value: <code class="whole">{code}</code> },
          { name: verify.case, value: <a href={link(`/cases/${rendering.case}`)}>{rendering.case}</a> },
        ]}
      />
      <ToRead rendering={rendering} />
      <HandIn code={code} isMissing={handedIn === 'nothing'} />
      <Section id="by-yourself" title={verify.byYourself}>
        <p>{verify.byYourselfSays}</p>
        <Facts
          of={rendering.pdfs.map((pdf) => ({
            name: `${CODE_WORDS[pdf.language].language}, ${verify.hash}`,
            value: <code>{pdf.sha256}</code>,
          }))}
        />
      </Section>
    </Shell>
  );
};

/** The report as a page, and its published PDFs. */
const ToRead = ({ rendering: { case: id, report, pdfs } }: Pick<VerificationProps, 'rendering'>) => {
  const { language } = usePlace();
  const verify = useVerifyWords();
  const link = useLink();
  const address = `/cases/${id}/reports/${report}`;
  return (
    <>
      <p>
        <a class="button" href={link(address)}>
          {verify.read}
        </a>
      </p>
      <h2>{verify.pdfs}</h2>
      <ul>
        {pdfs.map((pdf) => (
          <li key={pdf.language}>
            <a href={`${address}/pdf?language=${pdf.language}`}>
              {filled(verify.pdf, {
                language: CODE_WORDS[pdf.language].language,
                size: `${numberIn(language, Math.ceil(pdf.sizeBytes / 1024))} KB`,
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Where a file is compared with what was published. */
const HandIn = ({ code, isMissing }: { readonly code: string; readonly isMissing: boolean }) => {
  const verify = useVerifyWords();
  const link = useLink();
  return (
    <Section id="hand-in" title={verify.handIn}>
      <form action={link(`/verify/${code}`)} method="post" encType="multipart/form-data">
        <Field name="file" label={verify.file} hint={verify.fileHint} error={isMissing ? verify.noFile : undefined}>
          {(described) => <input type="file" accept="application/pdf,.pdf" required {...described} />}
        </Field>
        <button class="button" type="submit">
          {verify.compare}
        </button>
      </form>
    </Section>
  );
};

const Outcome = ({ rendering, sha256 }: { readonly rendering: Rendering; readonly sha256: string }) => {
  const verify = useVerifyWords();
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
