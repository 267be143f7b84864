import type { AccountView } from '@yichuang/contracts';
import { Button } from 'antd';
import { accountsApi } from '../api/accounts.ts';
import { useLocale } from '../session/use-locale.ts';
import { PostPicker } from './PostPicker.tsx';
import { useAccountAct } from './use-account-act.ts';

/** Posts that are held, and one more. */
export function AccountPosts({ account }: { readonly account: AccountView }) {
  const { t } = useLocale();
  const { accountId, posts, closedTo } = account;
  const isOpen = closedTo === undefined;
  const end = useAccountAct(
    (postId: string) => accountsApi.endPost(accountId, postId),
    t('accounts.postEnded'),
  );
  const appoint = useAccountAct(
    (postId: string) => accountsApi.appoint(accountId, postId),
    t('accounts.appointed'),
  );
  return (
    <section aria-labelledby="account-posts">
      <h3 id="account-posts">{t('accounts.posts')}</h3>
      {posts.length === 0 ? <p className="quiet">{t('accounts.noPost')}</p> : null}
      <ul className="plain-list">
        {posts.map(({ postId, name, orgName }) => (
          <li key={postId} className="account-post">
            <span>
              {name} <span className="quiet">{orgName}</span>
            </span>
            {isOpen ? (
              <Button
                size="small"
                loading={end.isPending && end.variables === postId}
                aria-label={t('accounts.endPostOf', { name })}
                onClick={() => end.mutate(postId)}
              >
                {t('accounts.endPost')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <PostPicker
          label={t('accounts.appoint')}
          without={posts.map(({ postId }) => postId)}
          onChoose={({ postId }) => appoint.mutate(postId)}
        />
      ) : null}
    </section>
  );
}
