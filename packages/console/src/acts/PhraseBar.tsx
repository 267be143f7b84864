import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { staffApi, type Phrase } from '../api/staff.ts';
import { useLocale } from '../session/use-locale.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { toast } from '../ui/toast.ts';

interface PhraseBarProps {
  readonly text: string;
  readonly onInsert: (phrase: string) => void;
}

const SHOWN = 3;

/** The first phrases are one tap away, the rest in a menu; what is typed may be kept as one. */
export function PhraseBar({ text, onInsert }: PhraseBarProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const phrases = useQuery({ queryKey: ['phrases'], queryFn: staffApi.phrases }).data ?? [];
  const renew = () => queries.invalidateQueries({ queryKey: ['phrases'] });
  const onError = (error: Error) => toast(sentenceOf(error, t));
  const keep = useMutation({
    mutationFn: () => staffApi.addPhrase(text.trim(), false),
    onSuccess: () => {
      toast(t('phrases.saved'));
      return renew();
    },
    onError,
  });
  const remove = useMutation({ mutationFn: staffApi.removePhrase, onSuccess: renew, onError });
  const item = (phrase: Phrase) => ({
    key: phrase.id,
    label: phrase.text,
    onClick: () => onInsert(phrase.text),
  });
  const own = phrases.filter((phrase) => phrase.isOwn);
  const shared = phrases.filter((phrase) => !phrase.isOwn);
  const isNew = text.trim() !== '' && !phrases.some((phrase) => phrase.text === text.trim());
  return (
    <div className="phrases" role="group" aria-label={t('phrases.label')}>
      {phrases.slice(0, SHOWN).map((phrase) => (
        <button
          key={phrase.id}
          type="button"
          className="phrase"
          title={phrase.text}
          onClick={() => onInsert(phrase.text)}
        >
          {phrase.text}
        </button>
      ))}
      {phrases.length > SHOWN || own.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'own', type: 'group', label: t('phrases.mine'), children: own.map(item) },
              {
                key: 'shared',
                type: 'group',
                label: t('phrases.shared'),
                children: shared.map(item),
              },
              ...own.map((phrase) => ({
                key: `remove ${phrase.id}`,
                danger: true,
                label: t('phrases.remove', { text: phrase.text }),
                onClick: () => remove.mutate(phrase.id),
              })),
            ],
          }}
        >
          <button type="button" className="phrase" aria-haspopup="menu">
            {t('phrases.label')} ▾
          </button>
        </Dropdown>
      ) : null}
      {isNew ? (
        <Button type="link" size="small" loading={keep.isPending} onClick={() => keep.mutate()}>
          {t('phrases.save')}
        </Button>
      ) : null}
    </div>
  );
}
