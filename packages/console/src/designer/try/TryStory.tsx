import type { TryLine, TryPerson } from '@yichuang/contracts';
import { useWorkbench } from '../workbench-context.ts';

interface TryStoryProps {
  readonly lines: readonly TryLine[];
  readonly people: readonly TryPerson[];
}

/** What has happened so far, newest first, and who the invented people are. */
export function TryStory({ lines, people }: TryStoryProps) {
  const { words } = useWorkbench();
  const { t } = words;
  return (
    <>
      <section className="try-story">
        <h3>{t('designer.tryStory')}</h3>
        <ol reversed>
          {lines.toReversed().map((line) => (
            <li key={line.n} className={line.ok ? '' : 'try-refused'}>
              {line.texts.map((text) => (
                <span key={text} className="line">
                  {text}
                </span>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <details className="panel-part">
        <summary>{t('designer.tryPeople', { n: people.length })}</summary>
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              {person.name}{' '}
              <span className="quiet">
                {person.posts.map(words.post).join(t('list.comma')) || t('party.applicant')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
