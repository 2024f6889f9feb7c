package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I12, T60: what lies aside goes with the person, also under a former address or another name. */
@CoreTest
class ErasedEverywhereTest {

  @Autowired Customers customers;
  @Autowired Corrections corrections;
  @Autowired Facts facts;
  @Autowired Loading loading;
  @Autowired Mappings mappings;
  @Autowired Merges merges;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void aRejectedRowOfAFileThatAPersonExplainedIsForgotten() {
    stories.aCustomer("4711").named("Anna Bee").save();
    stories.aCustomer("4712").named("Ben Cee").save();
    var run =
        loading.load(
            "KdNr;Name;Betrag;Datum\n4711;Anna Bee;12,x;01.05.2026\n4712;Ben Cee;y;01.05.2026\n");
    var columns = Map.of("customer", "KdNr", "amount", "Betrag", "time", "Datum");
    mappings.explain(
        run.id(),
        "ERP",
        new Mapping("purchases", columns, null, null, List.of(), null, null, null, null, Map.of()),
        loading.manager());
    assertThat(loading.finished(run.id()).rejected()).isEqualTo(2);
    customers.erase("4711", stories.manager());
    assertThat(texts("select cells::text from import_error where cells <> '[]'"))
        .singleElement()
        .asString()
        .contains("Ben Cee");
  }

  @Test
  void whatAShopSaidUnderAFormerAddressOrItsOwnNumberIsForgotten() {
    told("mail-7", "former@example.org");
    stories.aCustomer("shopify-72155").named("Carla Dee").save();
    corrections.correct("mail-7", Map.of("email", "present@example.org"), null, stories.manager());
    delivery("former", "{\"email\": \"Former@example.org\"}");
    delivery("number", "{\"id\": 1, \"customer\": {\"id\": 72155, \"note\": null}}");
    delivery("other", "{\"id\": 72155, \"customer\": {\"id\": 721556}}");
    customers.erase("mail-7", stories.manager());
    assertThat(kept()).containsExactly("number", "other");
    customers.erase("shopify-72155", stories.manager());
    assertThat(kept()).containsExactly("other");
  }

  @Test
  void aRejectedRowUnderAFormerAddressOrNumberIsForgotten() {
    told("mail-8", "before@example.org");
    corrections.correct("mail-8", Map.of("phone", "0731 123456"), null, stories.manager());
    corrections.correct(
        "mail-8", Map.of("email", "now@example.org", "phone", ""), null, stories.manager());
    rejected("before@example.org", "+49 731 / 123456", "other@example.org");
    customers.erase("mail-8", stories.manager());
    assertThat(rows()).containsExactly("other@example.org");
  }

  @Test
  void whatIsOfARecordThatWasMergedIntoHisIsForgotten() {
    told("kept-1", "kept@example.org");
    told("shopify-88", "merged@example.org");
    delivery("merged", "{\"email\": \"Merged@example.org\"}");
    delivery("number", "{\"id\": 1, \"customer\": {\"id\": 88}}");
    delivery("other", "{\"email\": \"other@example.org\"}");
    rejected("merged@example.org", "other@example.org");
    merges.merge("kept-1", "shopify-88", Set.of(), stories.manager());
    customers.erase("kept-1", stories.manager());
    assertThat(kept()).containsExactly("other");
    assertThat(rows()).containsExactly("other@example.org");
  }

  private void rejected(String... words) {
    var file = new StringBuilder("customer,city,birthday\n");
    for (var word : words) {
      file.append("new,").append(word).append(",nonsense\n");
    }
    assertThat(loading.load(file.toString()).rejected()).isEqualTo(words.length);
  }

  private List<String> rows() {
    return texts("select cells ->> 1 from import_error where cells <> '[]' order by line");
  }

  private void told(String ref, String email) {
    facts.record(
        ImportType.CUSTOMERS,
        List.of(Map.of("customer", ref, "email", email)),
        null,
        stories.manager());
  }

  private void delivery(String number, String body) {
    jdbc.sql(
            """
            insert into shop (system, address, source, hook_secret)
            select 'shopify', 'https://firm.myshopify.com', 'shopify', 's'
            where not exists (select from shop)
            """)
        .update();
    jdbc.sql(
            """
            insert into shop_delivery (shop_id, delivery, topic, body, state)
            select id, :number, 'orders/create', :body, 'refused' from shop
            """)
        .param("number", number)
        .param("body", body.getBytes(StandardCharsets.UTF_8))
        .update();
  }

  private List<String> kept() {
    return texts("select delivery from shop_delivery where body is not null order by id");
  }

  private List<String> texts(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
