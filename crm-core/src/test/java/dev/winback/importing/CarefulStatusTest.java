package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.Customers;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I21: "never contact me", deceased and non-client survive files and programs; a person alone takes
 * them back.
 */
@CoreTest
class CarefulStatusTest {

  @Autowired Loading loading;
  @Autowired Facts facts;
  @Autowired Customers customers;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  @BeforeEach
  void aCustomer() {
    manager = loading.manager();
    loading.load("customer,city\n1,Lyon\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "bankrupt", "non_client", "deceased", "never_contact"})
  void noFileAndNoProgramMakesHimActiveAgain(String status) {
    jdbc.sql("update customer set status = :s").param("s", status).update();
    loading.load("customer,city,status\n1,Nice,active\n");
    loading.load("customer,city,status\n1,Metz,\n");
    loading.load("customer,city,status,updated_at\n1,Rome,active,2026-05-31T10:00:00Z\n");
    var told = Map.of("customer", "1", "city", "Oslo", "status", "active");
    facts.record(ImportType.CUSTOMERS, List.of(told), null, stories.admin());
    assertThat(row()).isEqualTo("Oslo " + status);
  }

  @Test
  void aPersonDoes() {
    loading.load("customer,status\n1,never_contact\n");
    var said = new java.util.EnumMap<CustomerField, Object>(CustomerField.class);
    said.put(CustomerField.STATUS, "active");
    customers.correct(new CustomerEntry(0, "1", null, said, List.of(), Map.of()), null, manager);
    assertThat(row()).isEqualTo("Lyon active");
  }

  @Test
  void theMoreCarefulWordIsTakenInWhicheverOrderTheyCome() {
    loading.load("customer,status\n1,left\n");
    assertThat(row()).endsWith(" left");
    loading.load("customer,status\n1,deceased\n");
    loading.load("customer,status\n1,bankrupt\n");
    assertThat(row()).endsWith(" deceased");
  }

  @Test
  void ofTwoRowsOfOneFileToo() {
    var file =
        """
        customer,status,updated_at
        1,never_contact,2026-05-30T10:00:00Z
        1,active,2026-05-31T10:00:00Z
        """;
    loading.load(file);
    assertThat(row()).endsWith(" never_contact");
  }

  @Test
  void whoIsNewIsActiveUnlessTheFileSaysOtherwise() {
    loading.load("customer,status\n2,\n3,non_client\n");
    assertThat(
            jdbc.sql("select ref || status from customer where ref > '1' order by ref")
                .query(String.class)
                .list())
        .containsExactly("2active", "3non_client");
  }

  private String row() {
    return jdbc.sql("select city || ' ' || status from customer where ref = '1'")
        .query(String.class)
        .single();
  }
}
