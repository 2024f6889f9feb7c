package dev.winback.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report says, counted from the rows themselves: no tally, and no months kept. */
final class Exact {

  private static final String MOVES =
      """
      select date_trunc('month', lost_day::timestamp) as month, count(*), sum(value_year), null
        from lapse where lost_day is not null group by 1
      union all
      select date_trunc('month', returned_on::timestamp), count(*), sum(value_year), '' from lapse where returned_on is not null and lost_day is not null group by 1
      union all
      select null, count(*), sum(value_year), stage from lapse group by stage
      """;
  private static final String FIRSTS =
      """
      select date_trunc('month', first), count(*)
        from (select min(purchased_at at time zone 'Europe/Berlin') as first from purchase where counting group by customer_id) f
       group by 1
      """;
  private static final String REASONS =
      """
      select coalesce(f.reason, 'unknown'), count(*), sum(l.value_year)
        from lapse l left join finding f on f.lapse_id = l.id and f.current
       where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') group by 1
      """;
  private static final String FUNNEL =
      """
      select count(*), count(*) filter (where l.returned_on is not null), sum(l.value_year), count(k.lapse_id), count(e.lapse_id), count(g.lapse_id)
        from lapse l
        left join (select distinct lapse_id from call where undone_at is null) k on k.lapse_id = l.id
        left join (select distinct lapse_id from letter where sent_at is not null) e on e.lapse_id = l.id
        left join (select distinct lapse_id from offer_grant where given_at is not null) g on g.lapse_id = l.id
       where l.opened_on between date '2025-06-02' and date '2026-06-01'
      """;
  private static final String COHORTS =
      """
      select f.month, date_trunc('month', p.purchased_at at time zone 'Europe/Berlin'), count(distinct p.customer_id)
        from purchase p
        join (select customer_id, date_trunc('month', min(purchased_at at time zone 'Europe/Berlin')) as month
                from purchase where counting group by customer_id) f on f.customer_id = p.customer_id
       where p.counting group by 1, 2
      """;
  private static final String ORDERS =
      """
      select date_trunc('month', purchased_at at time zone 'Europe/Berlin'), count(*), sum(amount - refunded)
        from purchase where counting and amount > 0 group by 1
      """;
  private static final String PAYMENTS =
      """
      select customer_id, count(*), count(*) filter (where (paid_at at time zone 'Europe/Berlin')::date > due_on + 14)
        from payment group by 1
      """;
  private static final String RESULTS =
      """
      select e.rung, e.state, count(*), count(p.id), sum(p.amount - p.refunded), count(k.redeemed_at),
             count(*) filter (where exists (select from letter_hit h where h.letter_id = e.id))
        from letter e
        join lapse l on l.id = e.lapse_id
        left join coupon k on k.letter_id = e.id
        left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
                            and p.purchased_at > coalesce(e.sent_at, e.planned_at)
                            and p.purchased_at <= coalesce(e.sent_at, e.planned_at) + interval '60 days'
       where e.rung >= 0 and e.state in ('SENT', 'IN_DOUBT', 'CONTROL') group by 1, 2
      """;
  private static final String ROMI =
      """
      select credit, count(*), sum((select sum(p.amount - p.refunded) from purchase p where p.customer_id = l.customer_id and p.counting
                                      and p.purchased_at >= l.returned_on and p.purchased_at < l.returned_on + 60))
        from lapse l where returned_on between date '2025-06-02' and date '2026-06-01' group by 1
      """;
  private static final String RETURNS =
      """
      select date_trunc('month', returned_on::timestamp), count(*), sum(p.amount - p.refunded), count(restored_on), count(year_on)
        from lapse l left join purchase p on p.customer_id = l.customer_id and p.id = l.return_purchase_id
       where returned_on >= date '2024-07-01' group by 1
      """;
  private static final String OFFERS =
      "select kind, state, count(*), sum(cost) from offer_grant g join lapse l on l.id = g.lapse_id group by 1, 2";
  private static final String CATEGORIES =
      """
      select abc, xyz, count(*), sum(value), count(l.id)
        from customer_category k
        left join lapse l on l.customer_id = k.customer_id and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') group by 1, 2
      """;
  private static final String VIP =
      """
      select customer_id, sum(amount - refunded) as paid
        from purchase where counting and purchased_at >= timestamptz '2026-05-01 Europe/Berlin' group by 1 order by 2 desc
      """;

  private static final Map<String, String> SQL =
      Map.ofEntries(
          Map.entry("/", MOVES),
          Map.entry("/reports", MOVES),
          Map.entry("/reports/losses", FIRSTS),
          Map.entry("/reports/reasons", REASONS),
          Map.entry("/reports/funnel", FUNNEL),
          Map.entry("/reports/cohorts", COHORTS),
          Map.entry("/reports/orders", ORDERS),
          Map.entry("/reports/payments", PAYMENTS),
          Map.entry("/letters/results", RESULTS),
          Map.entry("/api/v1/reports/ladder", RESULTS),
          Map.entry("/reports/romi", ROMI),
          Map.entry("/reports/returns", RETURNS),
          Map.entry("/reports/offers", OFFERS),
          Map.entry("/categories", CATEGORIES),
          Map.entry("/vip", VIP));

  private Exact() {}

  /** Null: there is none for this page. */
  static @Nullable String of(String path) {
    return SQL.get(path.replaceAll("\\?.*|\\.csv$", ""));
  }
}
