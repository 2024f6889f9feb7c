package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T60: a person is told of the rejected rows of files that his erasure would take. */
@CoreTest
class ToldAsErasedTest {

  @Autowired Disclosures disclosures;
  @Autowired Customers customers;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aPersonWithRowsThatKnowHimInOneWayEach() {
    var id = stories.aCustomer("K-7").email("zenobia@example.org").silentFor(30).save();
    run("update customer set phone = '030 123', phone_e164 = '+4930123' where id = " + id.value());
    run(
        "insert into customer_alias (source, number, customer_id) values ('shopify', 'shopify-721', %d)"
            .formatted(id.value()));
    run(
        """
        with run as (insert into import_run (type, file_name, state, header)
                     values ('customers', 'a.csv', 'done', '["Customer", "phone", "email"]') returning id)
        insert into import_error (import_id, line, code, figures, cells)
        select id, line, 'email', '[]', cells::jsonb
        from run, (values (1, '["K-7", "", ""]'), (2, '["shopify-721", "", ""]'), (3, '["721", "", ""]'), (4, '["x", "030 123", ""]'),
                          (5, '["x", "0049 30 123", ""]'), (6, '["x", "", "ZENOBIA@example.org"]'), (7, '["K-8", "721", "K-7"]')) row (line, cells)
        """);
  }

  private void run(String sql) {
    assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
  }

  @Test
  void heIsToldOfTheRowsThatHisErasureTakes() {
    var manager = stories.manager();
    var told =
        disclosures.of("K-7", manager).parts().stream()
            .filter(part -> part.table().equals("import_error"))
            .flatMap(part -> part.rows().stream())
            .map(row -> ((Number) row.get("line")).longValue());
    assertThat(told).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);

    customers.erase("K-7", manager);
    assertThat(erased()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  private List<Long> erased() {
    return jdbc.sql("select line from import_error where code = 'erased' order by line")
        .query(Long.class)
        .list();
  }
}
