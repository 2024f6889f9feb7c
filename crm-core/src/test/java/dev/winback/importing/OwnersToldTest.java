package dev.winback.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Role;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decision 238: only reps and managers who are here get customers, by a file or a program too. */
@CoreTest
class OwnersToldTest {

  @Autowired Loading loading;
  @Autowired Facts facts;
  @Autowired Imports imports;
  @Autowired ImportHistory history;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void whoHasLeftAndWhoTakesNoCustomersGetNone() {
    stories.rep("here");
    stories.rep("gone");
    stories.member("letters", Role.MARKETING);
    loading.load("customer,owner\n1,here\n2,gone\n");
    jdbc.sql("update member set active = false where login = 'gone'").update();
    var file =
        "customer,city,owner\n1,Nice,gone\n2,Oslo,gone\n3,Rome,gone\n4,Metz,letters\n5,Lyon,manager\n";
    var run = loading.load(file);
    assertThat(run.rejected()).isZero();
    assertThat(history.warning(run.id(), loading.manager()))
        .isEqualTo(new RunWarning(List.of(), 4, 2, null));
    assertThat(history.warning(loading.tryOut(file).id(), loading.manager()).owners()).isEqualTo(4);
    var told = Map.of("customer", "1", "city", "Riga", "owner", "letters");
    facts.record(ImportType.CUSTOMERS, List.of(told), null, stories.admin());
    assertThat(owners())
        .containsExactly("1 Riga here", "2 Oslo gone", "3 Rome -", "4 Metz -", "5 Lyon manager");
  }

  @Test
  void columnsThatNobodyReadsAreNamedAsTheFileWritesThem() {
    var orders =
        loading.load("customer,purchase,time,amount,Colour,Till\n1,a,2026-05-01,5,red,7\n");
    assertThat(history.warning(orders.id(), loading.manager()))
        .isEqualTo(new RunWarning(List.of("Colour", "Till"), 0, 0, null));
    var customers = loading.load("customer,name,Colour\n1,Anna,red\n");
    assertThat(history.warning(customers.id(), loading.manager()).any())
        .as("it is kept of the customer")
        .isFalse();
  }

  @Test
  void ofAnExplainedFileAreNamedThoseThatNobodyExplained() {
    var mapping =
        """
        {"type":"purchases","columns":{"customer":"Who","purchase":"No","time":"Day"},
         "lines":{"quantity":"Qty","price":"Each"}}
        """;
    var file = "No,Who,Day,Qty,Each,Weather\n1,a,2026-05-01,2,5,fine\n".getBytes(UTF_8);
    var content = new ByteArrayInputStream(file);
    var run =
        loading.finished(
            imports.start(
                "f.csv",
                content,
                new LoadOptions("auto", mapping, null, null, false),
                loading.manager()));
    assertThat(run.created()).isOne();
    assertThat(history.warning(run.id(), loading.manager()).unread()).containsExactly("Weather");
  }

  private List<String> owners() {
    return jdbc.sql(
            """
            select c.ref || ' ' || c.city || ' ' || coalesce(m.login, '-')
            from customer c left join member m on m.id = c.owner_id order by c.ref
            """)
        .query(String.class)
        .list();
  }
}
