/** Accounts of staff; spread into en.ts. */
export const accountsEn = {
  'nav.accounts': 'Accounts',
  'accounts.title': 'Accounts of staff',
  'accounts.lead': '{n} accounts in the county. Every change stands in the journal.',
  'accounts.search': 'Name, log-in name, post or office',
  'accounts.add': 'New account',
  'accounts.import': 'Import staff',
  'accounts.none': 'No account fits',
  'accounts.name': 'Name',
  'accounts.nameHint': "The holder's real name, as it stands in records and documents",
  'accounts.loginName': 'Log-in name',
  'accounts.loginNameHint': '2 to 50 letters, digits, and . _ - @',
  'accounts.phone': 'Mobile (optional)',
  'accounts.phoneHint': 'Kept sealed; shown without its middle digits',
  'accounts.posts': 'Posts',
  'accounts.noPost': 'No post',
  'accounts.lastLogin': 'Last log-in',
  'accounts.never': 'Never logged in',
  'accounts.state.disabled': 'Disabled',
  'accounts.state.locked': 'Locked',
  'accounts.state.never': 'Never logged in',
  'accounts.state.first-password': 'First password',
  'accounts.state.no-post': 'No post',
  'accounts.closed.own': 'This is your own account; another administrator manages it.',
  'accounts.closed.reserved':
    'This account supervises, judges reviews, reads withheld letters or administers. Only an ' +
    'operator manages it, on the server, with the command yichuang account.',
  'accounts.appoint': 'Give a post',
  'accounts.appointed': 'Appointed, from now on',
  'accounts.endPost': 'Remove',
  'accounts.endPostOf': 'Remove {name}',
  'accounts.postEnded': 'Removed, from now on',
  'accounts.postSearch': 'Part of a post or office',
  'accounts.postHint':
    'Posts that supervise, judge reviews, read withheld letters or administer are given on ' +
    'the server',
  'accounts.vacant': 'Vacant',
  'accounts.noSuchPost': 'There is no such post',
  'accounts.acts': 'Manage',
  'accounts.renew': 'New password',
  'accounts.renewAsk': 'A new password for {name}?',
  'accounts.renewLead':
    'The old one works no more, every device is logged out, a lock ends. The new one is ' +
    'shown once.',
  'accounts.endSessions': 'Log out everywhere',
  'accounts.sessionsEnded': 'Logged out on every device',
  'accounts.disable': 'Disable',
  'accounts.disabled': 'The account of {name} is disabled',
  'accounts.disableAsk': 'Disable the account of {name}?',
  'accounts.disableLead':
    'It is logged out everywhere and cannot log in. Its tasks do not move by themselves:',
  'accounts.enable': 'Enable',
  'accounts.enabled': 'The account of {name} is enabled',
  'accounts.needed': 'Fill this in',
  'accounts.make': 'Make account and password',
  'accounts.slipsLead':
    'Passwords are shown this once and stored nowhere. Print them or hand them over now; the ' +
    'first log-in asks for another one.',
  'accounts.print': 'Print the slips',
  'accounts.address': 'Address',
  'accounts.password': 'Password',
  'accounts.importTitle': 'Import staff',
  'accounts.importLead':
    'Choose a CSV or Excel file. A dry run shows every problem first; then all are taken, or none.',
  'accounts.template': 'Empty list with all posts',
  'accounts.back': 'Back to the accounts',
  'accounts.importRun': 'Import {n} people and make passwords',
  'accounts.importBroken':
    'The list has problems, so nobody is imported. Mend it and choose the file again.',
  'accounts.count.rows': 'People',
  'accounts.count.added': 'New',
  'accounts.count.known': 'Known',
};
