-- Accounts of staff kept in the console.

ALTER TABLE account ADD COLUMN phone_sealed text, ADD COLUMN last_login_at timestamptz;
COMMENT ON COLUMN account.phone_sealed IS
  'Where the holder is told of a new password, AES-256-GCM. Without an index and apart from '
  'person.phone_index: an account must never become that of the resident who has this number.';
COMMENT ON COLUMN account.last_login_at IS 'Null: never, or before this column was there.';

UPDATE account SET last_login_at = (SELECT max(created_at) FROM session
  WHERE session.tenant_id = account.tenant_id AND session.account_id = account.id);

-- A post that is taken away on the day it was given was held for no day.
ALTER TABLE post_holder DROP CONSTRAINT post_holder_span;
ALTER TABLE post_holder ADD CONSTRAINT post_holder_span
  CHECK (to_on IS NULL OR to_on >= from_on - 1);
COMMENT ON CONSTRAINT post_holder_span ON post_holder IS
  'A last day before the first: given and taken away on one day.';
