-- What the picture of the ladder goes by beside the losses: other rungs, offers, costs or floors give another mark.
select md5(concat((select string_agg(row(number, version, mode, since, paused_at, retired_at)::text, ' ' order by number) from rung where number >= 0), '|',
                  (select string_agg(row(k.*)::text, ' ' order by k.code) from offer_kind k), '|',
                  (select string_agg(row(s.*)::text, ' ' order by s.rung) from rung_split s where s.ended_on is null), '|',
                  (select max(id) from cost_setting), '|', (select max(id) from offer_rule))) as mark
