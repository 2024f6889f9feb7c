package dev.winback.customer;

import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements of the merge of customers, written out for the fields of a customer. */
final class CustomerSql {

  /** The newest first; of rows without a time the last line, of equal times the greatest word. */
  private static final String ORDER =
      "told desc, case when told_at is null then -rank end desc, case when told_at is null then line end desc";

  /** How careful a word of the status is. */
  private static final String CAREFUL =
      "array_position(array['active', 'left', 'bankrupt', 'non_client', 'deceased', 'never_contact'], %s)";

  /** A person says what is so; a file and a program make nobody easier to contact (I21). */
  private static final String STATUS =
      """
      coalesce(case when s.given & %d = 0 then c.status
                       when :hand or %s > coalesce(%s, 0) then s.status
                       else c.status end, 'active') as status
      """
          .formatted(
              CustomerField.STATUS.bit(),
              CAREFUL.formatted("s.status"),
              CAREFUL.formatted("c.status"))
          .strip();

  private static final Map<String, String> FIELDS =
      Map.of(
          "{definitions}", list(f -> "  " + f.stored() + " " + f.type(), ",\n"),
          "{columns}", list(CustomerField::stored, ", "),
          "{c.columns}", list(f -> "c." + f.stored(), ", "),
          "{f.columns}", list(f -> "f." + f.stored(), ", "),
          "{changes}", list(f -> f.stored() + " = s." + f.stored(), ", "),
          "{folded}", list(CustomerSql::folded, ",\n         "),
          "{singles}", list(f -> f.stored() + ", told as told_" + f.column(), ", "),
          "{filled}", list(CustomerSql::filled, ",\n         "),
          "{told}", list(CustomerSql::told, ",\n               "));

  private CustomerSql() {}

  static String of(String file) {
    var sql = Sql.of(CustomerSql.class, file);
    for (var field : FIELDS.entrySet()) {
      sql = sql.replace(field.getKey(), field.getValue());
    }
    return sql.replace("{phone}", Long.toString(CustomerField.PHONE.bit()))
        .replace("{status}", Long.toString(CustomerField.STATUS.bit()))
        .replace("{consent}", Long.toString(CustomerField.EMAIL_CONSENT.bit()))
        .replace("{consent no}", Integer.toString(CustomerField.EMAIL_CONSENT.ordinal() + 1))
        .replace("{order}", ORDER);
  }

  private static String list(Function<CustomerField, String> written, String separator) {
    return Arrays.stream(CustomerField.values())
        .map(written)
        .collect(Collectors.joining(separator));
  }

  /** Of several rows the one that says it and was told last. */
  private static String folded(CustomerField f) {
    var first = f == CustomerField.STATUS ? CAREFUL.formatted("status") + " desc nulls last, " : "";
    return "(array_agg(%1$s order by %5$s%4$s, %1$s desc) filter (where %2$s))[1] as %1$s, max(told) filter (where %2$s) as told_%3$s"
        .formatted(f.stored(), counts(f), f.column(), ORDER, first);
  }

  private static String counts(CustomerField f) {
    var said = "given & %d <> 0".formatted(f.bit());
    return switch (f) {
      case EMAIL_CONSENT, CONSENT_AT, CONSENT_SOURCE -> said + " and outdone is not true";
      default -> said;
    };
  }

  /** What is newer than the stored, or fills a blank; of one time the greater word stays. */
  private static String taken(CustomerField f) {
    var stored = "coalesce(c.told[%d], c.told_at, '-infinity')".formatted(f.ordinal() + 1);
    var newer =
        "(s.told_%1$s > %3$s or c.%2$s is null or s.told_%1$s = %3$s and s.%2$s::text >= c.%2$s::text)"
            .formatted(f.column(), f.stored(), stored);
    return switch (f) {
      case EMAIL_CONSENT, CONSENT_AT, CONSENT_SOURCE ->
          "(%s or o.late_no) and o.stays_no is not true".formatted(newer);
      default -> newer;
    };
  }

  private static String filled(CustomerField f) {
    if (f == CustomerField.STATUS) {
      return STATUS;
    }
    var value =
        "case when s.given & %d <> 0 and %s then s.%3$s else c.%3$s end"
            .formatted(f.bit(), taken(f), f.stored());
    return (f.unsaid() == null ? value : "coalesce(" + value + ", " + f.unsaid() + ")")
        + " as "
        + f.stored();
  }

  private static String told(CustomerField f) {
    return "case when s.given & %d <> 0 and %s then nullif(s.told_%s, 'infinity') else c.told[%d] end"
        .formatted(f.bit(), taken(f), f.column(), f.ordinal() + 1);
  }

  /** Who stands behind unknown numbers, by a number that somebody declares as his other one. */
  static String byNumber() {
    return identify(
        "declared numbers",
        """
          select u.number, u.rank, u.number as mk, false as own
          from unknown u where u.rank > 0 and u.number in (select alias from declared)
          union
          select u.number, u.rank, d.alias, true from unknown u join declared d on d.customer = u.number where u.rank = 0
        """,
        """
          select c.ref as mk, c.id from customer c where c.made_rank > 0 and c.erased_at is null and c.merged_into is null and c.ref in (select mk from member)
        """,
        """
            select d.alias, n.customer_id, true
            from declared d join number_customer n on n.number = d.customer
            where n.customer_id is not null and d.alias in (select mk from relevant)
        """);
  }

  static String byMail() {
    return identify(
        "e-mail",
        "  select number, rank, mail as mk, rank = 0 as own from unknown where mail is not null and rank <= 2\n",
        existing("lower(c.email)", "c.made_rank > 0", ""),
        existing("lower(c.email)", "c.made_rank = 0", ", true"));
  }

  static String byPhone() {
    return identify(
        "telephone number",
        "  select number, rank, phone as mk, rank < 3 as own from unknown where phone is not null and rank <= 3\n",
        existing("c.phone_e164", "c.made_rank >= 3", ""),
        existing("c.phone_e164", "c.made_rank < 3", ", true"));
  }

  private static String existing(String key, String which, String own) {
    return "    select %1$s as mk, c.id%3$s from customer c where %2$s and c.erased_at is null and c.merged_into is null and %1$s in (select mk from %4$s)\n"
        .formatted(key, which, own, own.isEmpty() ? "member" : "relevant");
  }

  private static String identify(String what, String members, String made, String own) {
    return of("identify.sql")
        .replace("{what}", what)
        .replace("{members}", members)
        .replace("{made}", made)
        .replace("{own}", own);
  }
}
