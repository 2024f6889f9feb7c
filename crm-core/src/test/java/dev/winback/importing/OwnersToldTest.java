package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Role;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
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
    assertThat(loading.load(file).rejected()).isZero();
    var told = Map.of("customer", "1", "city", "Riga", "owner", "letters");
    facts.record(ImportType.CUSTOMERS, List.of(told), null, stories.admin());
    assertThat(owners())
        .containsExactly("1 Riga here", "2 Oslo gone", "3 Rome -", "4 Metz -", "5 Lyon manager");
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
