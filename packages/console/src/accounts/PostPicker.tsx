import type { PostChoices } from '@yichuang/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsApi } from '../api/accounts.ts';
import { useLocale } from '../session/use-locale.ts';
import { sentenceOf } from '../ui/ProblemNotice.tsx';
import { SearchField } from '../ui/SearchField.tsx';

export type PostChoice = PostChoices[number];

interface PostPickerProps {
  readonly label: string;
  readonly problem?: string | undefined;
  /** Not offered: what is held already. */
  readonly without: readonly string[];
  readonly onChoose: (post: PostChoice) => void;
}

const SHOWN = 8;

/** Type part of a post or of its organisation; posts that are not for the console are not there. */
export function PostPicker({ label, problem, without, onChoose }: PostPickerProps) {
  const { t } = useLocale();
  const [text, setText] = useState('');
  const posts = useQuery({ queryKey: ['account-posts'], queryFn: accountsApi.posts });
  const words = text.trim().split(/\s+/u);
  const found = (posts.data ?? []).filter(
    ({ postId, isReserved, name, orgName }) =>
      !isReserved &&
      !without.includes(postId) &&
      words.every((word) => `${orgName} ${name} ${postId}`.includes(word)),
  );
  return (
    <div className="picker">
      <SearchField
        label={label}
        hint={t('accounts.postHint')}
        problem={problem}
        placeholder={t('accounts.postSearch')}
        maxLength={50}
        value={text}
        onChange={setText}
      />
      {text.trim() === '' || found.length === 0 ? null : (
        <ul className="picks" aria-label={label}>
          {found.slice(0, SHOWN).map((post) => (
            <li key={post.postId}>
              <button
                type="button"
                onClick={() => {
                  setText('');
                  onChoose(post);
                }}
              >
                <strong>{post.name}</strong> <span className="quiet">{post.orgName}</span>{' '}
                {post.holders === 0 ? <span className="badge">{t('accounts.vacant')}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      {posts.isError ? <p className="field-problem">{sentenceOf(posts.error, t)}</p> : null}
      {text.trim() !== '' && posts.isSuccess && found.length === 0 ? (
        <p className="quiet">{t('accounts.noSuchPost')}</p>
      ) : null}
    </div>
  );
}
