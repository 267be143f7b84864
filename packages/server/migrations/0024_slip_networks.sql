-- Who prints a sender's slip can read it. Their network is kept like that of the entry, so that what
-- is done from there by its password is found too.

ALTER TABLE letter_sender ADD COLUMN slip_networks text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN letter_sender.slip_networks IS
  'Keyed hashes of the networks from which the slip was printed; see rate-limit/address-key.';
