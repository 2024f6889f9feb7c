package dev.winback.customer;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the keys of the persons' telephone numbers, read in the country of their customer. */
@Component
class PersonPhones {

  private final JdbcClient jdbc;
  private final PhoneNumbers phones;

  PersonPhones(JdbcClient jdbc, PhoneNumbers phones) {
    this.jdbc = jdbc;
    this.phones = phones;
  }

  private record Row(
      long id, @Nullable String phone, @Nullable String phoneE164, @Nullable String country) {}

  void reread(Set<CustomerId> customers) {
    jdbc.sql(
            """
            select p.id, p.phone, p.phone_e164, c.country
            from person p join customer c on c.id = p.customer_id
            where p.customer_id = any (:customers) and (p.phone is not null or p.phone_e164 is not null)
            """)
        .param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
        .query(Row.class)
        .list()
        .forEach(this::reread);
  }

  private void reread(Row row) {
    var e164 = phones.e164(row.phone(), row.country());
    if (!Objects.equals(e164, row.phoneE164())) {
      jdbc.sql("update person set phone_e164 = :e164 where id = :id")
          .param("e164", e164)
          .param("id", row.id())
          .update();
    }
  }
}
