-- What is known of a letter's sender beside the letter: how they want to be told, and, of a letter
-- that staff entered, what keeps who entered it from acting as its sender. No part of the case:
-- an address in a chain of events could never be taken out again.

CREATE TABLE letter_sender (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  channels text[],
  mail_sealed text,
  entered_by uuid,
  entered_network text,
  slips int NOT NULL DEFAULT 0,
  code_hash text,
  code_expires_at timestamptz,
  code_attempts int NOT NULL DEFAULT 0,
  confirmed_until timestamptz,
  CONSTRAINT letter_sender_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT letter_sender_channels CHECK (channels <@ ARRAY['inbox', 'sms', 'mail']),
  CONSTRAINT letter_sender_slips CHECK (slips >= 0)
);
SELECT distribute('letter_sender', 'dist');
COMMENT ON TABLE letter_sender IS 'How a sender is told; who entered the letter for them.';
COMMENT ON COLUMN letter_sender.channels IS
  'Chosen by the sender; empty: the query page alone; null: nothing was chosen.';
COMMENT ON COLUMN letter_sender.entered_network IS
  'Keyed hash of the network from which staff entered it; see rate-limit/address-key.';
COMMENT ON COLUMN letter_sender.slips IS 'How often the slip with the query password was printed.';
COMMENT ON COLUMN letter_sender.confirmed_until IS
  'Until when the holder of the phone has confirmed to be the one who acts by number and password.';
GRANT SELECT, INSERT, UPDATE ON letter_sender TO yichuang_app;
