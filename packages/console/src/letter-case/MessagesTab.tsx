import type { StaffLetterView } from '@yichuang/contracts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';

/** Private messages between sender, office and unit, as a conversation. */
export function MessagesTab({ letter }: { readonly letter: StaffLetterView }) {
  const { t, locale } = useLocale();
  if (letter.messages.length === 0) return <p className="quiet">{t('letters.noMessages')}</p>;
  return (
    <ol className="talk">
      {letter.messages.map((message) => (
        <li key={message.messageId} className={message.from === 'sender' ? 'talk-in' : 'talk-out'}>
          <div className="quiet">
            {t('letters.fromTo', {
              from: t(`letterSide.${message.from}`),
              to: t(`letterSide.${message.to}`),
            })}{' '}
            {message.by} · {formatAt(message.at, locale)}
          </div>
          <div className="talk-text">{message.text}</div>
        </li>
      ))}
    </ol>
  );
}
