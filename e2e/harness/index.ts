export { actOn, holdsCase } from './acts.ts';
export { checkAccessibility, checkAt } from './accessibility.ts';
export { openBrowser, screenshot } from './browser.ts';
export type { PageOptions, TestBrowser } from './browser.ts';
export { act, choosePerson, logInStaff, openAct, openCase } from './console.ts';
export { accountOf, demoPassword, items, resident } from './county.ts';
export type { Resident } from './county.ts';
export { openDesks, showAs, type Desks } from './desks.ts';
export { eventually } from './eventually.ts';
export {
  constructionForm,
  fileCase,
  fireForm,
  hygieneForm,
  jointForm,
  soleProprietorForm,
  soleProprietorSections,
} from './filings.ts';
export { applicant, sentCode, staff, staffAccount, stranger } from './http.ts';
export type { Answer, Connection, Refused } from './http.ts';
export {
  answerLetter,
  askAsSender,
  goodAnswer,
  openLetter,
  referLetter,
  sendLetter,
} from './letters.ts';
export { jpegPage, largePhoto, pixelBomb } from './pictures.ts';
export {
  answerSection,
  fill,
  identify,
  logIn,
  materialCard,
  uploadPage,
  type PageAnswer,
} from './portal.ts';
export { moveToMorning } from './morning.ts';
export { freshFolder } from './county-folder.ts';
export { startServer } from './server.ts';
export type { ServerOptions, TestServer } from './server.ts';
export { sendZeros, type CutOff } from './uploads.ts';
