-- Documents that belong to no case, such as a circular of a quarter: issued once, checked by all.

CREATE TABLE sealed_report (
  tenant_id text NOT NULL,
  report_id uuid NOT NULL,
  name text NOT NULL,
  number text NOT NULL,
  addressee text NOT NULL,
  issuer text NOT NULL,
  issued_on date NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT sealed_report_pkey PRIMARY KEY (tenant_id, report_id)
);
SELECT distribute('sealed_report', 'dist');
COMMENT ON TABLE sealed_report IS 'Reports 通报 as issued; number and check code are in document_number.';
COMMENT ON COLUMN sealed_report.report_id IS 'Follows from what is reported: a report is issued once.';
GRANT SELECT, INSERT ON sealed_report TO yichuang_app;
