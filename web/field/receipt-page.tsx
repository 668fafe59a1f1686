import { filled } from '../../domain/words/code-words.ts';
import { Facts } from '../components/basics.tsx';
import { momentIn, numberOf, useField } from './field-context.ts';
import { Heading } from './parts.tsx';

/** What the API answered, to be kept: with it anybody finds in the record what was filed, unchanged. */
export const ReceiptPage = ({ id }: { readonly id: string }) => {
  const { told, items } = useField();
  const { app, receipt: words } = told.words;
  const item = items.find((each) => each.id === id);
  const receipt = item?.receipt;
  if (item === undefined || receipt === undefined) return <p class="empty">{app.missing}</p>;
  const [recorded] = receipt.recorded;
  const name = `${receipt.case}-${receipt.version}`;
  return (
    <>
      <Heading title={words.title} back="#/queue" />
      <p class="notice good">{words.says}</p>
      <h2>{item.title}</h2>
      <Facts
        of={[
          { name: words.number, value: recorded?.id ?? name },
          {
            name: told.words.forms[item.form],
            value:
              receipt.created === undefined
                ? undefined
                : filled(told.words.case.called, { n: numberOf(receipt.created) }),
          },
          {
            name: words.recordedAt,
            value: recorded === undefined ? undefined : momentIn(told.locale, recorded.recordedAt),
          },
          { name: words.hash, value: <code>{recorded?.hash}</code> },
          {
            name: words.files,
            value:
              item.files.length === 0 ? undefined : (
                <ul class="files">
                  {item.files.map(({ id: file, name: called, document }) => (
                    <li key={file}>
                      {called}
                      {document === undefined ? null : `, ${filled(words.asDocument, { n: numberOf(document) })}`}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <p class="actions">
        <button class="button" type="button" onClick={() => save(`receipt-${name}.json`, receipt)}>
          {words.save}
        </button>
        <button class="button second" type="button" onClick={() => save(`sent-${name}.json`, item.body)}>
          {words.saveText}
        </button>
        <a href={`/${told.language}/cases/${receipt.case}#verify`}>{words.verify}</a>
      </p>
    </>
  );
};

const save = (name: string, what: object): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(what, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  [link.href, link.download] = [url, name];
  link.click();
  URL.revokeObjectURL(url);
};
