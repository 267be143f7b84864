import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined';
import BellOutlined from '@ant-design/icons/es/icons/BellOutlined';
import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import ExperimentOutlined from '@ant-design/icons/es/icons/ExperimentOutlined';
import EyeOutlined from '@ant-design/icons/es/icons/EyeOutlined';
import FolderOpenOutlined from '@ant-design/icons/es/icons/FolderOpenOutlined';
import FormOutlined from '@ant-design/icons/es/icons/FormOutlined';
import InboxOutlined from '@ant-design/icons/es/icons/InboxOutlined';
import MailOutlined from '@ant-design/icons/es/icons/MailOutlined';
import PlusCircleOutlined from '@ant-design/icons/es/icons/PlusCircleOutlined';
import SwapOutlined from '@ant-design/icons/es/icons/SwapOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import IdcardOutlined from '@ant-design/icons/es/icons/IdcardOutlined';
import UploadOutlined from '@ant-design/icons/es/icons/UploadOutlined';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useUnread } from '../messages/use-unread.ts';
import mark from '../mark.svg';
import { useLocale } from '../session/use-locale.ts';
import { useHasLetters, useMay } from '../session/use-session.ts';
import { useSupervisionPages, type SupervisionPage } from '../supervision/supervision-pages.ts';
import { useShownTab } from '../ui/use-shown-tab.ts';
import { UserMenu } from './UserMenu.tsx';

interface MenuProps {
  /** '' when there is nothing to do. */
  readonly todo: string;
  readonly hasLate: boolean;
}

export function Menu({ todo, hasLate }: MenuProps) {
  const { t } = useLocale();
  const hasLetters = useHasLetters();
  const canFile = useMay('case:file-on-behalf');
  const canAdminister = useMay('item:import');
  const canDesign = useMay('item:design');
  const canHandOver = useMay('people:hand-over');
  const managesPeople = useMay('people:manage');
  const keepsTrial = useMay('trial:manage');
  const pages = useSupervisionPages();
  const [supervision] = pages;
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isWithin = pages.some(({ to }) => path.endsWith(to) || path.includes(`${to}/`));
  const unread = useUnread();
  const row = useShownTab<HTMLUListElement>(path);
  return (
    <nav className="menu" aria-label={t('nav.label')}>
      <div className="menu-mark">
        <img src={mark} alt="" width={28} height={28} />
        <span className="menu-text">
          <strong>{t('app.name')}</strong> {t('app.place')}
        </span>
      </div>
      <ul ref={row}>
        <Entry to="/todo" icon={<InboxOutlined />} text={t('nav.todo')}>
          {todo === '' ? null : (
            <span className={hasLate ? 'count count-late' : 'count'}>{todo}</span>
          )}
        </Entry>
        <Entry to="/start" icon={<PlusCircleOutlined />} text={t('nav.start')} />
        <Entry to="/done" icon={<CheckCircleOutlined />} text={t('nav.done')} />
        <Entry to="/all" icon={<FolderOpenOutlined />} text={t('nav.all')} />
        {hasLetters ? (
          <Entry to="/letters" icon={<MailOutlined />} text={t('nav.letters')} />
        ) : null}
        {supervision === undefined ? null : (
          <Entry
            to={supervision.to}
            icon={<EyeOutlined />}
            text={t(supervision.page === 'reviews' ? 'nav.reviews' : 'nav.supervision')}
            isWithin={isWithin}
          />
        )}
        {canFile ? <Entry to="/counter" icon={<FormOutlined />} text={t('nav.counter')} /> : null}
        {canDesign ? (
          <Entry to="/designer" icon={<ApartmentOutlined />} text={t('nav.designer')} />
        ) : null}
        <Entry to="/proxies" icon={<TeamOutlined />} text={t('nav.proxies')} />
        {canHandOver ? (
          <Entry to="/hand-over" icon={<SwapOutlined />} text={t('nav.handOver')} />
        ) : null}
        {managesPeople ? (
          <Entry to="/accounts" icon={<IdcardOutlined />} text={t('nav.accounts')} />
        ) : null}
        <Entry to="/messages" icon={<BellOutlined />} text={t('nav.messages')}>
          {unread === 0 ? null : <span className="count">{unread}</span>}
        </Entry>
        {canAdminister ? (
          <Entry to="/items" icon={<UploadOutlined />} text={t('nav.import')} />
        ) : null}
        {keepsTrial ? (
          <Entry to="/trial" icon={<ExperimentOutlined />} text={t('nav.trial')} />
        ) : null}
      </ul>
      <UserMenu />
    </nav>
  );
}

interface EntryProps {
  readonly to:
    | '/todo'
    | '/start'
    | '/done'
    | '/all'
    | '/counter'
    | '/letters'
    | SupervisionPage['to']
    | '/designer'
    | '/items'
    | '/proxies'
    | '/hand-over'
    | '/accounts'
    | '/messages'
    | '/trial';
  readonly icon: ReactNode;
  readonly text: string;
  /** Also where the page is another than the one it opens. */
  readonly isWithin?: boolean;
  readonly children?: ReactNode;
}

function Entry({ to, icon, text, isWithin = false, children }: EntryProps) {
  return (
    <li>
      <Link
        to={to}
        className="menu-link"
        activeProps={{ 'aria-current': 'page' }}
        {...(isWithin ? { 'aria-current': 'page' } : {})}
      >
        <span aria-hidden="true" className="menu-icon">
          {icon}
        </span>
        <span className="menu-text">{text}</span>
        {children}
      </Link>
    </li>
  );
}
