package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Staged rows of customers, with the keys of their telephone numbers. */
@Component
class CustomerRows {

  private final JdbcClient jdbc;
  private final PhoneNumbers phones;
  private final ObjectMapper json;

  CustomerRows(JdbcClient jdbc, PhoneNumbers phones, ObjectMapper json) {
    this.jdbc = jdbc;
    this.phones = phones;
    this.json = json;
  }

  BinaryRows of(List<CustomerEntry> entries) {
    var rows = new BinaryRows();
    entries.forEach(entry -> add(rows, entry));
    return rows;
  }

  private void add(BinaryRows rows, CustomerEntry entry) {
    var fields = CustomerField.values();
    rows.row(fields.length + 8).bigint(entry.line()).text(entry.ref()).moment(entry.toldAt());
    rows.bigint(given(entry));
    var phone = (String) entry.said().get(CustomerField.PHONE);
    var country = (String) entry.said().get(CustomerField.COUNTRY);
    rows.text(phones.e164(phone, country));
    rows.bool(phone != null && (country != null || PhoneNumbers.international(phone)));
    rows.json(json.writeValueAsString(entry.aliases().stream().map(CustomerRows::pair).toList()));
    rows.json(json.writeValueAsString(entry.attributes()));
    for (var field : fields) {
      rows.value(entry.said().get(field));
    }
  }

  private static long given(CustomerEntry entry) {
    return entry.said().keySet().stream().mapToLong(CustomerField::bit).sum();
  }

  private static List<String> pair(CustomerEntry.Alias alias) {
    return List.of(alias.source(), alias.number());
  }

  private record Reread(String customer, String phone, String country) {}

  /** Numbers without the code of a country whose country another row, or the table, told. */
  void rereadPhones() {
    var rows =
        jdbc.sql("select customer, phone, country from pending_customer where phone_reread")
            .query(Reread.class)
            .list();
    if (!rows.isEmpty()) {
      jdbc.sql(
              """
              update pending_customer p set phone_e164 = k.e164
              from unnest(:customers::text[], :keys::text[]) as k (customer, e164) where p.customer = k.customer
              """)
          .param("customers", rows.stream().map(Reread::customer).toArray(String[]::new))
          .param(
              "keys",
              rows.stream().map(r -> phones.e164(r.phone(), r.country())).toArray(String[]::new))
          .update();
    }
  }
}
