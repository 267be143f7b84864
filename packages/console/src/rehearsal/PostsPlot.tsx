import type { RehearsalResult } from '@yichuang/contracts';
import { useMemo } from 'react';
import { useLocale } from '../session/use-locale.ts';
import { daysText, percentText } from './figures.ts';
import { Plot } from '../plots/Plot.tsx';

const ROW_HEIGHT = 34;
/** Less than two percent faster is within what chance does. */
const NOTICED = 0.98;

/** How busy each post is and how long cases wait there, with what one more person would change. */
export function PostsPlot({ result }: { readonly result: RehearsalResult }) {
  const { t } = useLocale();
  const { posts, bottleneck } = result;
  const wish = useMemo(
    () => ({
      layout: 'across' as const,
      axisText: percentText,
      most: 1,
      bars: posts.map(({ post, name, utilisation }) => ({
        name,
        value: Math.min(1, utilisation),
        text: t('rehearsal.barPost', { post: name, share: percentText(utilisation) }),
        isMarked: post === bottleneck,
      })),
    }),
    [posts, bottleneck, t],
  );
  return (
    <section className="paper" aria-labelledby="rehearsal-posts">
      <h2 id="rehearsal-posts">{t('rehearsal.posts')}</h2>
      <Plot wish={wish} height={posts.length * ROW_HEIGHT + 40} />
      <table className="plain-table">
        <caption>{t('rehearsal.postsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rehearsal.post')}</th>
            <th scope="col">{t('rehearsal.people')}</th>
            <th scope="col">{t('rehearsal.utilisation')}</th>
            <th scope="col">{t('rehearsal.wait')}</th>
            <th scope="col">{t('rehearsal.oneMore')}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.post}>
              <th scope="row">
                {post.name}
                {post.post === bottleneck ? (
                  <span className="bottleneck"> {t('rehearsal.bottleneck')}</span>
                ) : null}
              </th>
              <td>{post.people}</td>
              <td>{percentText(post.utilisation)}</td>
              <td>{t('rehearsal.nDays', { days: daysText(post.meanWait) })}</td>
              <td>{oneMoreText(result, post.post, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function oneMoreText(
  { oneMore, days }: RehearsalResult,
  post: string,
  t: ReturnType<typeof useLocale>['t'],
): string {
  const more = oneMore.find((each) => each.post === post);
  if (more === undefined || more.mean > days.mean * NOTICED) return t('rehearsal.hardly');
  const mean = t('rehearsal.nDays', { days: daysText(more.mean) });
  const late = more.lateShares['committed'];
  if (late === undefined) return mean;
  return t('rehearsal.oneMoreLate', { days: mean, share: percentText(late) });
}
