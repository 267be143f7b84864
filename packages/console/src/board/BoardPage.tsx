import { Link } from '@tanstack/react-router';
import { useLocale } from '../session/use-locale.ts';
import { SupervisionNav } from '../supervision/SupervisionNav.tsx';
import { ListSkeleton } from '../ui/ListSkeleton.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import './board.css';
import { BoardNumbers } from './BoardNumbers.tsx';
import { BoardRows } from './BoardRows.tsx';
import { LiveLine } from './LiveLine.tsx';
import { TurnedList } from './TurnedList.tsx';
import { useBoard } from './use-board.ts';

/** All open cases by department and light, as they are now. */
export function BoardPage() {
  const { t } = useLocale();
  const { board, error, isLive, heardAt, glowing, retry } = useBoard();
  return (
    <Page
      title={t('board.title')}
      lead={t('board.lead')}
      actions={
        <div className="board-actions">
          <LiveLine isLive={isLive} heardAt={heardAt} />
          <Link to="/board/wall" className="only-keyboard">
            {t('board.toWall')}
          </Link>
        </div>
      }
    >
      <SupervisionNav />
      {error === null ? null : <ProblemNotice error={error} onRetry={retry} />}
      {board === undefined && error === null ? <ListSkeleton /> : null}
      {board === undefined ? null : (
        <>
          <BoardNumbers board={board} />
          <div className="board-split">
            {board.rows.length === 0 ? (
              <div className="empty">
                <p className="empty-title">{t('board.noneOpen')}</p>
                <p>{t('board.noneOpenLead')}</p>
              </div>
            ) : (
              <BoardRows rows={board.rows} glowing={glowing} />
            )}
            <TurnedList turned={board.turned} now={board.at} />
          </div>
        </>
      )}
    </Page>
  );
}
