/** What the pages of letters draw on, answered by slice letters. */
import { regionName } from '../cases/index.ts';
import type {
  Division,
  DownloadableFile,
  LetterAccess,
  LetterServices,
  LetterWriter,
} from '@yichuang/portal';
import { admitAdvice, letterAdvice } from '../letter-insight/index.ts';
import { publicRanking, publicStatistics } from '../letter-reports/index.ts';
import {
  actOnLetter,
  attachmentsOf,
  chooseLetterNotices,
  confirmSender,
  documentOfLetter,
  fileLetter,
  letterUnits,
  letterWays,
  noticeChannels,
  openLetter,
  pageOfLetter,
  sendSenderCode,
  uploadForLetter,
  type Access,
  type Writer,
} from '../letters/index.ts';
import {
  publishedLetter,
  publishedLetters,
  speakUp,
  writeComment,
} from '../public-letters/index.ts';
import { createGrant, portalRefusal } from './portal-refusals.ts';
import type { SiteDeps } from './site-deps.ts';

type Written = Pick<
  LetterServices,
  | 'letterWays'
  | 'noticeChannels'
  | 'divisions'
  | 'letterUnits'
  | 'letterAdvice'
  | 'letterAttachments'
  | 'uploadForLetter'
  | 'fileLetter'
>;

/** Before it is sent. */
function writingServices(deps: SiteDeps): Written {
  const { letters } = deps;
  const grant = createGrant(deps.refusals);
  return {
    letterWays: (locale) => letterWays(letters, locale),
    noticeChannels: async () => [...noticeChannels(letters)],
    async divisions() {
      const known = await letters.directory.orgs();
      const orgs = [...known.values()];
      return DIVISIONS.flatMap((kind) =>
        orgs
          .filter((org) => org.kind === kind)
          .map((org): Division => ({
            id: org.id,
            name: regionName(org, known),
            kind,
            ...(org.parentId === undefined ? {} : { parentId: org.parentId }),
          })),
      );
    },
    async letterUnits() {
      const units = await letterUnits(letters);
      return units
        .filter(({ hasReception }) => hasReception)
        .map(({ orgId: id, name }) => ({ id, name }));
    },
    async letterAdvice(request, personId, visitor, locale) {
      const refusal = await admitAdvice(deps.insight, visitor.ip);
      if (refusal !== undefined) throw portalRefusal(deps.refusals, [refusal]);
      return letterAdvice(deps.insight, request, personId, locale);
    },
    letterAttachments: (itemCode) => attachmentsOf(letters, itemCode),
    uploadForLetter: async (writer, itemCode, file) =>
      grant(await uploadForLetter(letters, writerOf(writer), itemCode, file)),
    fileLetter: async (writer, body, key, locale) =>
      grant(await fileLetter(letters, writerOf(writer), body, key, locale)),
  };
}

const DIVISIONS = ['county', 'township', 'village'] as const;

type Own = Pick<
  LetterServices,
  | 'openLetter'
  | 'isLetter'
  | 'actOnLetter'
  | 'sendLetterCode'
  | 'confirmLetterSender'
  | 'chooseLetterNotices'
  | 'letterFile'
  | 'letterDocument'
>;

/** One's own letter. */
function ownServices(deps: SiteDeps): Own {
  const { letters } = deps;
  const grant = createGrant(deps.refusals);
  const download = async (sha256: string, name: string): Promise<DownloadableFile | undefined> => {
    const file = await letters.files.find(sha256);
    if (file === undefined) return undefined;
    return { mediaType: file.mediaType, name, bytes: await letters.files.getBytes(sha256) };
  };
  return {
    async openLetter(access, locale) {
      const opened = await openLetter(letters, accessOf(access), locale);
      // A wrong password is told; that somebody else's letter is there is not.
      return !opened.ok && 'personId' in access ? undefined : grant(opened);
    },
    async isLetter(personId, caseId) {
      const own = await letters.desk.ownCase(personId, caseId);
      return own?.state.letter !== undefined;
    },
    async actOnLetter(access, command, key) {
      const outcome = await actOnLetter(letters, accessOf(access), command, key);
      if (!outcome.ok) grant(outcome);
    },
    async sendLetterCode(access, locale) {
      grant(await sendSenderCode(letters, accessOf(access), locale));
    },
    async confirmLetterSender(access, code) {
      return grant(await confirmSender(letters, accessOf(access), code)).confirmation;
    },
    chooseLetterNotices: async (access, choice) =>
      grant(await chooseLetterNotices(letters, accessOf(access), choice)),
    async letterFile(access, sha256) {
      const { name } = grant(await pageOfLetter(letters, accessOf(access), sha256));
      return download(sha256, name);
    },
    async letterDocument(access, documentId) {
      const found = grant(await documentOfLetter(letters, accessOf(access), documentId));
      const title = deps.documentNames['zh-CN'][found.template] ?? found.template;
      return download(found.sha256, `${title}.pdf`);
    },
  };
}

function writerOf({ personId, visitor, token }: LetterWriter): Writer {
  return { personId, ip: visitor.ip, token, isStaff: visitor.isStaff };
}

function accessOf(access: LetterAccess): Access {
  if ('personId' in access) return access;
  const { number, password, confirmation, visitor } = access;
  return { number, password, confirmation, ip: visitor.ip, isStaff: visitor.isStaff };
}

/** What everybody may read, and what residents say to it. */
function publicServices(deps: SiteDeps): Open {
  const { publicLetters, figures } = deps;
  const grant = createGrant(deps.refusals);
  return {
    publishedLetters: (query) => publishedLetters(publicLetters, query),
    publishedLetter: (number, personId, locale) =>
      publishedLetter(publicLetters, number, personId, locale),
    voiceLetter: async (personId, number, kind) =>
      grant(await speakUp(publicLetters, personId, number, kind)),
    commentLetter: async (personId, number, text) =>
      grant(await writeComment(publicLetters, personId, number, text)),
    letterStatistics: (locale) => publicStatistics(figures, locale),
    letterRanking: (locale) => publicRanking(figures, locale),
  };
}

type Open = Pick<
  LetterServices,
  | 'publishedLetters'
  | 'publishedLetter'
  | 'voiceLetter'
  | 'commentLetter'
  | 'letterStatistics'
  | 'letterRanking'
>;

export function letterServices(deps: SiteDeps): LetterServices {
  return { ...writingServices(deps), ...ownServices(deps), ...publicServices(deps) };
}
