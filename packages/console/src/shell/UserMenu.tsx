import { useNavigate } from '@tanstack/react-router';
import { Dropdown, type MenuProps } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { useSession } from '../session/use-session.ts';

/** Who I am and in which posts, settings, and the way out. */
export function UserMenu() {
  const { t, locale, setLocale } = useLocale();
  const { staff, settings, changeSettings, logOut } = useSession();
  const navigate = useNavigate();
  const posts = staff?.posts ?? [];
  const items: MenuProps['items'] = [
    {
      key: 'posts',
      type: 'group',
      label: t('user.posts'),
      children:
        posts.length === 0
          ? [{ key: 'none', label: t('user.noPosts'), disabled: true }]
          : posts.map((post) => ({
              key: `post ${post.postId}`,
              label: post.postName,
              disabled: true,
            })),
    },
    { type: 'divider' },
    {
      key: 'next',
      label: `${settings.opensNext ? '☑' : '☐'} ${t('user.autoNext')}`,
      onClick: () => changeSettings({ opensNext: !settings.opensNext }),
    },
    {
      key: 'language',
      label: t('user.language'),
      onClick: () => setLocale(locale === 'en' ? 'zh-CN' : 'en'),
    },
    {
      key: 'password',
      label: t('user.password'),
      onClick: () => void navigate({ to: '/password' }),
    },
    { key: 'out', label: t('user.logOut'), onClick: () => void logOut() },
  ];
  const name = staff?.name ?? '';
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="topLeft">
      <button type="button" className="menu-user" aria-haspopup="menu">
        <span className="menu-face" aria-hidden="true">
          {[...name].at(0) ?? '?'}
        </span>
        <span className="menu-text">
          <strong>{name}</strong>
          <span className="quiet menu-post">{posts[0]?.postName}</span>
        </span>
      </button>
    </Dropdown>
  );
}
