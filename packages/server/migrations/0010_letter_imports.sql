-- Letters that come from other systems: what was counted there.

CREATE TABLE stated_voice (
  tenant_id text NOT NULL,
  case_id uuid NOT NULL,
  likes int NOT NULL,
  dislikes int NOT NULL,
  CONSTRAINT stated_voice_pkey PRIMARY KEY (tenant_id, case_id),
  CONSTRAINT stated_voice_case_fkey FOREIGN KEY (tenant_id, case_id)
    REFERENCES cases (tenant_id, id)
);
SELECT distribute('stated_voice', 'dist');
COMMENT ON TABLE stated_voice IS 'Votes on a letter as counted in the system it was imported from.';
GRANT SELECT, INSERT, UPDATE ON stated_voice TO yichuang_app;
