package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A statement has the conditions that were asked for and the joins that something needs. */
class PiecesTest {

  private static final String SQL =
      """
      select 1 from lapse l
      -- join c
      join customer c on c.id = l.customer_id
      -- end
      -- join owner
      left join member owner on owner.id = c.owner_id
      -- end
      where l.stage = 'LOST'
      -- if login
        and owner.login = :login
      -- end
      -- if min
        and l.value_year >= :min
      -- end
      limit :limit
      """;

  @Test
  void whatNobodyAskedForIsLeftOut() {
    var params = new HashMap<String, Object>();
    params.put("min", 5);
    params.put("login", null);
    assertThat(Pieces.asked(SQL, params)).contains("value_year").doesNotContain("owner.login");
  }

  @Test
  void aCountJoinsOnlyWhatItsConditionsName() {
    assertThat(Pieces.counted(SQL, Map.of("min", 5))).doesNotContain("join");
    assertThat(Pieces.counted(SQL, Map.of("login", "r")))
        .contains("join customer c")
        .contains("join member owner");
  }

  @Test
  void theListJoinsAll() {
    assertThat(Pieces.asked(SQL, Map.of())).contains("join customer c", "join member owner");
  }

  @Test
  void aLimitIsPartOfTheStatement() {
    assertThat(Pieces.limited(SQL, 51)).endsWith("limit 51\n");
    assertThat(Pieces.limited(SQL, null)).endsWith("limit all\n");
  }
}
