import type { CaseView } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';
import { textKey } from '../texts/locale.ts';
import { signerLines, signingsToShow, type SignerLine } from './signing-lines.ts';

const marks: Readonly<Record<SignerLine['state'], string>> = {
  agreed: '✓',
  disagreed: '✕',
  done: '✓',
  now: '◉',
  waiting: '○',
  gone: '–',
};

/** Where several sign: who has, who is asked now, who comes after, and how each came in. */
export function Signings({ view }: { readonly view: CaseView }) {
  const { t } = useLocale();
  const signings = signingsToShow(view.signings);
  if (signings.length === 0) return null;
  return (
    <section className="side-section" aria-label={t('signing.title')}>
      <h2>{t('signing.title')}</h2>
      {signings.map((signing) => {
        const rule = textKey('signing.rule', signing.rule);
        const share = Math.round((signing.share ?? 0) * 100);
        return (
          <div key={signing.stepId} className="signing">
            <p className="signing-head">
              <strong>{signing.stepName}</strong>
              {rule === undefined ? null : <span className="quiet">{t(rule, { share })}</span>}
              {signing.round > 1 ? (
                <span className="tag">{t('flow.round', { n: signing.round })}</span>
              ) : null}
            </p>
            <ol className="signers" aria-label={signing.stepName}>
              {signerLines(signing, view.tasks, t).map((line) => (
                <Signer key={line.taskId} line={line} />
              ))}
            </ol>
          </div>
        );
      })}
    </section>
  );
}

function Signer({ line }: { readonly line: SignerLine }) {
  const { t } = useLocale();
  return (
    <li className={`signer signer-${line.state}`}>
      <span aria-hidden="true" className="signer-mark">
        {marks[line.state]}
      </span>
      <span className="signer-words">
        <span className="signer-name">{line.name}</span>{' '}
        <span className="signer-status">{line.status}</span>
        {line.remarks.length === 0 ? null : (
          <span className="signer-remarks">{line.remarks.join(' · ')}</span>
        )}
        {line.question === undefined ? null : (
          <span className="signer-remarks">{t('signing.question', { text: line.question })}</span>
        )}
        {line.opinion === undefined ? null : (
          <blockquote className="opinion">{line.opinion}</blockquote>
        )}
      </span>
    </li>
  );
}
