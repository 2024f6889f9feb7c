-- Each receiver with its pace of now and the letters that wait for it, counted up to 10,001.
select g.name, g.most::int as most, round(mail_group_rate(g, clock_timestamp()), 1) as now, g.reply,
       case when g.held_until > clock_timestamp() then g.held_until end as held_until,
       (select count(*) from (select from letter l where l.state = 'PLANNED' and l.mail_group = g.name limit 10001) w) as waiting
  from mail_group g
 order by g.name = 'other', g.name
