package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever way a word is looked up, it finds what the one plain condition over all customers finds.
 */
@CoreTest
class SearchWaysTest {

  private static final String PLAIN =
      """
      select ref from customer
       where erased_at is null and merged_into is null
         and (lower(ref) = :q or lower(email) = :q or lower(display_name) like '%' || :q || '%'
              or id in (select customer_id from customer_alias where lower(number) = :q)
              or :digits <> '' and (phone_e164 like '%' || :digits || '%'
                                    or regexp_replace(phone, '\\D', '', 'g') like '%' || :digits || '%'))
       order by lower(display_name), id
      """;

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void inAllWritings() {
    boss = stories.manager();
    add("K-1", "Berg", "anna@example.org", "+49 30 1234567", "+49301234567");
    add("K-2", "anna@example.org", null, "030 / 123 45 67-89", "+493012345678");
    add("K-3", "Call 030 1234567 or 7654321", "b@example.org", null, null);
    add("K-4", "Lind", null, "+49 (0)30 1234567", "+49301234567");
    add("K-5", "Maas 1234567", null, "1234567 / 7654321", null);
    add("1234567", "Roth", null, "030 7654321", "+49307654321");
    add("K-7", "Bell +49 30 1(0)23456", null, "+49 30 1023456", null);
    add("K-6", "Kern", "c@b@example.org", "12345", null);
  }

  private void add(String ref, String name, String email, String phone, String e164) {
    var customer = stories.aCustomer(ref).named(name).save();
    jdbc.sql("update customer set email = ?, phone = ?, phone_e164 = ? where ref = ?")
        .params(email, phone, e164, ref)
        .update();
    jdbc.sql(
            "insert into customer_alias (source, number, customer_id) select 'shop', 'S' || ref, id from customer where ref = ?")
        .param(ref)
        .update();
    assertThat(customer).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.org ",
        "NOBODY@example.org ",
        "c@b@example.org ",
        "@example.org ",
        "+49 30 1234567 49301234567",
        "030 1234567 301234567",
        "+49 30 1(0)23456 4930123456",
        "030/1234567 301234567",
        "1234567 1234567",
        "7654321 7654321",
        "234567 234567",
        "12345 12345",
        "6789 6789",
        "SK-1 ",
        "berg ",
        "maas 1234567 "
      })
  void findsWhatIsThere(String asked) {
    int cut = asked.lastIndexOf(' ');
    var word = asked.substring(0, cut);
    var filter = CustomerFilter.searching(word);

    var found = customers.page(filter, null, 50, boss).items().stream().map(CustomerRow::ref);

    assertThat(found.toList()).isEqualTo(plain(word, asked.substring(cut + 1)));
    assertThat(customers.count(filter, boss))
        .isEqualTo(plain(word, asked.substring(cut + 1)).size());
  }

  private List<String> plain(String word, String digits) {
    return jdbc.sql(PLAIN)
        .param("q", word.toLowerCase(java.util.Locale.ROOT))
        .param("digits", digits)
        .query(String.class)
        .list();
  }
}
