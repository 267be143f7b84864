-- Reviews of services 好差评. What was said is a record: added, never changed, never removed. Who
-- said it is a table of its own, which no query for the reviewed touches. What came of a bad review
-- follows from the events of the case in which it was worked on.

CREATE TABLE visit (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  org_id text NOT NULL,
  post_id text NOT NULL,
  staff_id uuid NOT NULL,
  item_code text,
  case_id uuid,
  ended_at timestamptz NOT NULL,
  day date NOT NULL,
  CONSTRAINT visit_pkey PRIMARY KEY (tenant_id, id)
);
SELECT distribute('visit', 'dist');
CREATE INDEX visit_staff_idx ON visit (tenant_id, staff_id, ended_at DESC);
CREATE INDEX visit_day_idx ON visit (tenant_id, day);
COMMENT ON TABLE visit IS 'Services at a window 现场服务: each may be reviewed once 一次一评.';
COMMENT ON COLUMN visit.ended_at IS 'When the counter said that it was over.';
COMMENT ON COLUMN visit.case_id IS 'What was filed in it; kept from those who are reviewed.';
GRANT SELECT, INSERT ON visit TO yichuang_app;

CREATE TABLE review_screen (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  token_hash text NOT NULL,
  org_id text NOT NULL,
  post_id text NOT NULL,
  staff_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT review_screen_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT review_screen_token_key UNIQUE (tenant_id, token_hash)
);
SELECT distribute('review_screen', 'dist');
COMMENT ON TABLE review_screen IS 'Screens 评价器 that stand on the citizen''s side of a window.';
GRANT SELECT, INSERT ON review_screen TO yichuang_app;

CREATE TABLE review_invitation (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  round int NOT NULL,
  token_hash text NOT NULL,
  code_hash text NOT NULL,
  item_code text,
  org_id text NOT NULL,
  post_id text,
  staff_id uuid,
  person_id uuid,
  served_at timestamptz NOT NULL,
  day date NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT review_invitation_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT review_invitation_once UNIQUE (tenant_id, subject_kind, subject_id, round),
  CONSTRAINT review_invitation_token_key UNIQUE (tenant_id, token_hash),
  CONSTRAINT review_invitation_code_key UNIQUE (tenant_id, code_hash),
  CONSTRAINT review_invitation_subject CHECK (subject_kind IN ('case', 'visit')),
  CONSTRAINT review_invitation_round CHECK (round IN (1, 2))
);
SELECT distribute('review_invitation', 'dist');
CREATE INDEX review_invitation_day_idx ON review_invitation (tenant_id, day);
COMMENT ON TABLE review_invitation IS 'Who was served may say how it was: once, until it expires.';
COMMENT ON COLUMN review_invitation.token_hash IS 'The token follows from id and key; only its hash is here.';
COMMENT ON COLUMN review_invitation.person_id IS 'Whom the platform knows; null at a window.';
GRANT SELECT, INSERT, UPDATE ON review_invitation TO yichuang_app;

CREATE TABLE service_review (
  tenant_id text NOT NULL,
  id uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  round int NOT NULL,
  first_id uuid,
  level int NOT NULL,
  reasons text[] NOT NULL,
  comment text,
  channel text NOT NULL,
  item_code text,
  org_id text NOT NULL,
  post_id text,
  staff_id uuid,
  is_named boolean NOT NULL,
  served_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  day date NOT NULL,
  CONSTRAINT service_review_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT service_review_once UNIQUE (tenant_id, subject_kind, subject_id, round),
  CONSTRAINT service_review_subject CHECK (subject_kind IN ('case', 'visit')),
  CONSTRAINT service_review_round CHECK ((round = 1) = (first_id IS NULL) AND round IN (1, 2)),
  CONSTRAINT service_review_level CHECK (level BETWEEN 1 AND 5),
  CONSTRAINT service_review_channel CHECK (channel IN
    ('pc', 'mobile', 'qr', 'hall-pad', 'hall-terminal', 'phone', 'sms', 'paper'))
);
SELECT distribute('service_review', 'dist');
CREATE INDEX service_review_day_idx ON service_review (tenant_id, day, id);
CREATE INDEX service_review_org_idx ON service_review (tenant_id, org_id, at DESC, id);
CREATE INDEX service_review_first_idx ON service_review (tenant_id, first_id)
  WHERE first_id IS NOT NULL;
COMMENT ON TABLE service_review IS 'Reviews 评价: append-only; who wrote them is in review_author.';
COMMENT ON COLUMN service_review.round IS '评价次数: 1, and 2 once a bad one was mended 追评.';
COMMENT ON COLUMN service_review.level IS 'GB/T 39046-2020 A.8: 1 to 5; 4 and 5 are bad 差评.';
COMMENT ON COLUMN service_review.subject_id IS 'Case or visit; shown to nobody who is reviewed.';
GRANT SELECT, INSERT ON service_review TO yichuang_app;

CREATE FUNCTION service_review_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'service_review is append-only: % refused', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER service_review_append_only BEFORE UPDATE OR DELETE ON service_review
  FOR EACH ROW EXECUTE FUNCTION service_review_is_append_only();

CREATE TABLE review_author (
  tenant_id text NOT NULL,
  review_id uuid NOT NULL,
  person_id uuid,
  contact_sealed text,
  device_hash text NOT NULL,
  address_hash text NOT NULL,
  screen_id uuid,
  staff_session_of uuid,
  is_own_staff boolean NOT NULL,
  CONSTRAINT review_author_pkey PRIMARY KEY (tenant_id, review_id),
  CONSTRAINT review_author_review_fkey FOREIGN KEY (tenant_id, review_id)
    REFERENCES service_review (tenant_id, id)
);
SELECT distribute('review_author', 'dist');
COMMENT ON TABLE review_author IS 'Who wrote a review and from where; for the office that calls back alone.';
COMMENT ON COLUMN review_author.contact_sealed IS 'Name and phone as left with it, AES-256-GCM.';
COMMENT ON COLUMN review_author.device_hash IS 'Keyed hash; tells only whether two came from one device.';
COMMENT ON COLUMN review_author.staff_session_of IS 'Member of staff who was logged in in the same browser.';
COMMENT ON COLUMN review_author.is_own_staff IS 'From an account, a phone or a browser of a member of staff.';
GRANT SELECT, INSERT ON review_author TO yichuang_app;

CREATE TABLE review_contact_look (
  tenant_id text NOT NULL,
  review_id uuid NOT NULL,
  at timestamptz NOT NULL,
  staff_id uuid NOT NULL,
  CONSTRAINT review_contact_look_pkey PRIMARY KEY (tenant_id, review_id, at, staff_id),
  CONSTRAINT review_contact_look_review_fkey FOREIGN KEY (tenant_id, review_id)
    REFERENCES service_review (tenant_id, id)
);
SELECT distribute('review_contact_look', 'dist');
COMMENT ON TABLE review_contact_look IS 'Who of the office looked up who wrote a review.';
GRANT SELECT, INSERT ON review_contact_look TO yichuang_app;

CREATE TABLE review_work (
  tenant_id text NOT NULL,
  review_id uuid NOT NULL,
  case_id uuid NOT NULL,
  phase text NOT NULL,
  contacted_at timestamptz,
  is_contact_late boolean,
  mended_at timestamptz,
  is_mend_late boolean,
  called_back_at timestamptz,
  call_back text,
  verdict text,
  verdict_reason text,
  reply text,
  published_at timestamptz,
  published_by uuid,
  public_comment text,
  public_reply text,
  CONSTRAINT review_work_pkey PRIMARY KEY (tenant_id, review_id),
  CONSTRAINT review_work_case_key UNIQUE (tenant_id, case_id),
  CONSTRAINT review_work_review_fkey FOREIGN KEY (tenant_id, review_id)
    REFERENCES service_review (tenant_id, id),
  CONSTRAINT review_work_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id),
  CONSTRAINT review_work_phase CHECK (
    phase IN ('contact', 'mending', 'appealed', 'calling-back', 'done')),
  CONSTRAINT review_work_verdict CHECK (verdict IN ('mistaken', 'malicious'))
);
SELECT distribute('review_work', 'dist');
CREATE INDEX review_work_published_idx ON review_work (tenant_id, published_at DESC)
  WHERE published_at IS NOT NULL;
COMMENT ON TABLE review_work IS 'What comes of a bad review 差评: follows from the events of its case.';
COMMENT ON COLUMN review_work.verdict IS 'Found 误评 or 恶意差评 on appeal: kept and shown, not counted.';
COMMENT ON COLUMN review_work.public_comment IS 'Wording that a person of the office has checked.';
GRANT SELECT, INSERT, UPDATE ON review_work TO yichuang_app;
