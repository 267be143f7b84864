import type { zhLedger } from './zh-ledger.ts';

/** The public ledger and the page that checks receipts, in English. */
export const enLedger: Readonly<Record<keyof typeof zhLedger, string>> = {
  'ledger.title': 'Public ledger',
  'ledger.lead':
    "Every act on every case is entered in a ledger that cannot be rewritten. Each day's " +
    'entries make one “root”, published here the next day. Nobody can quietly add, change ' +
    'or back-date anything.',
  'ledger.newest': 'Newest head',
  'ledger.newest-hint':
    'The head ties the roots of all days together. Copy it or take a picture of it today: ' +
    'if any older day is rewritten later, it will no longer fit.',
  'ledger.head-of': 'Up to {day}, {n} days',
  'ledger.today':
    'The entries of today ({day}) are still being written; they are published at 00:20.',
  'ledger.stamped': 'Time stamped by {authority} on {time}',
  'ledger.stamp-file': 'Download the time stamp',
  'ledger.keep': 'How to keep a copy',
  'ledger.keep-1':
    'Copy the head, or photograph the line in the hall or in the newspaper, and compare ' +
    'it a month later.',
  'ledger.keep-2':
    'Subscribe with a feed reader: your own machine then holds a record that does not ' + 'change.',
  'ledger.keep-3': 'With a command line, save it once a day:',
  'ledger.how': 'How to check your own case',
  'ledger.how-1': 'After filing, download your ledger receipt.',
  'ledger.how-2':
    "From the next day it holds the proof that leads to that day's root and to the head.",
  'ledger.how-3': 'Check it on your own machine with the page below, even offline.',
  'ledger.verify-link': 'Verify a receipt',
  'ledger.get-receipt': 'Get a receipt',
  'ledger.feed': 'Subscribe to the roots',
  'ledger.feed-title': 'Public ledger of {county}',
  'ledger.feed-entry': 'Ledger root of {day}',
  'ledger.feed-summary': '{n} entries; root of the day {root}; head (day {size}) {head}',
  'ledger.head-days': 'The head that you have is of day number (may be left out)',
  'ledger.head-days-hint':
    'Beside the head it says how many days. With it, the receipt leads to that very head.',
  'ledger.download': 'Download the receipt',
  'ledger.download-page': 'Download the checking page with the receipt inside',
  'ledger.roots': 'Daily roots',
  'ledger.roots-none': 'No root yet. The first appears after the first day has ended.',
  'ledger.search': 'Look up a day',
  'ledger.search-label': 'Day',
  'ledger.search-submit': 'Look up',
  'ledger.search-none':
    'There is no root for {day}: nothing was entered, or the day has not ended.',
  'ledger.search-invalid': 'Please choose a day.',
  'ledger.day': 'Day',
  'ledger.size': 'Entries',
  'ledger.root': 'Root (SHA-256)',
  'ledger.head': 'Head',
  'ledger.published': 'Published',
  'verify.title': 'Verify a receipt',
  'verify.lead':
    'Your receipt is checked on this device: it is not sent anywhere, and it works ' + 'offline.',
  'verify.no-script': 'This page needs scripts to compute. You may also run on your own machine:',
  'verify.receipt': 'Receipt file',
  'verify.receipt-hint':
    'Choose the file that ends in .json, drop it on this page, or paste its text below.',
  'verify.receipt-text': 'Text of the receipt',
  'verify.known': 'The root that you have',
  'verify.known-hint':
    'From a newspaper, a wall display, a message or a feed that you saved earlier; the ' +
    'roots that this site lists now prove less. A root of 64 characters, or the saved ' +
    'feed.',
  'verify.known-file': 'Saved feed or file of roots',
  'verify.known-text': 'Root, or text of the feed',
  'verify.what': 'What this proves',
  'verify.what-text':
    'Success means that the entry existed on that day and that not a character was ' +
    'changed since. If your root comes from elsewhere, the office itself cannot have ' +
    'changed it either.',
  'verify.what-not':
    'It does not prove that what you have no receipt for was entered at all, nor that ' +
    'what the entry says is true.',
  'verify.save': 'Download the checking page',
  'verify.save-hint':
    'One file to keep on your own machine. It works without a network, connects to no ' +
    'site, and its source can be read.',
  'verify.own-copy':
    'This page is a saved file. It connects to no site, works offline, and its source can ' +
    'be read.',
  'verify.word.good': 'Verified',
  'verify.word.soon': 'One step left',
  'verify.word.bad': 'Failed',
  'verify.own-day':
    'This entry was in the ledger on {day}, matches the root of the day that you have, ' +
    'and was not changed since.',
  'verify.own-head':
    'This entry was in the ledger on {day}, matches the head (day {size}) that you have, ' +
    'and was not changed since.',
  'verify.site':
    'This entry was in the ledger on {day}, matches the root published on this site, and ' +
    'was not changed since.',
  'verify.unanchored':
    'The receipt agrees with itself and names {day}. Compare the root below with a ' +
    'newspaper, the wall display or a feed that you saved.',
  'verify.elsewhere':
    'The receipt agrees with itself, but what you brought names neither {day} nor its ' + 'head.',
  'verify.unreadable':
    'The receipt agrees with itself. What you entered is neither a root nor a feed; a root has ' +
    '64 digits and letters, of which the first 16 are needed.',
  'verify.not-yet':
    "The entry itself is intact. The day's root is not published yet; download the " +
    'receipt again tomorrow.',
  'verify.malformed': 'This is no ledger receipt. Choose the .json file downloaded from the site.',
  'verify.hash': 'The entry was changed. It does not match its hash.',
  'verify.day':
    'The entry says another time than {day}, the day on which it stands: it was written ' +
    'later.',
  'verify.inclusion': 'The proof does not lead to the root of the day in the receipt.',
  'verify.log': 'The root of {day} is not in the head that the receipt names.',
  'verify.root':
    'The root in the receipt is not the published one. Keep this receipt and call the service ' +
    'line.',
  'verify.copied':
    'What you entered is neither the root of {day} nor the head of day {size}. Look for a slip ' +
    'in copying, or another day; if it is of this day, keep this receipt and call the service ' +
    'line.',
  'verify.event': 'The whole entry',
  'verify.fact.number': 'Case number',
  'verify.fact.item': 'Item',
  'verify.fact.at': 'Time of the entry (Beijing)',
  'verify.fact.root': 'Root of {day}',
  'verify.fact.head': 'Head of day {size}',
};
