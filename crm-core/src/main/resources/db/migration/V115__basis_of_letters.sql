-- Why a letter was allowed when it was announced (rules.md, "basis"): the consent and its moment, that he had bought and the firm
-- wrote to such customers (soft opt-in), or that it confirmed what was agreed with him. Switch and consent may change later.
alter table letter
  add column basis text check (basis in ('consent', 'soft-opt-in', 'agreed')),
  add column consent_at timestamptz;
