package dev.winback.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.WrongSetting;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

  @Test
  void aPostgresAddressBecomesTheThreeSettings() {
    assertThat(
            DatabaseUrl.properties(
                "postgres://anna:p%40ss+word@db.example:5433/crm?sslmode=verify-full"))
        .containsEntry(
            "spring.datasource.url", "jdbc:postgresql://db.example:5433/crm?sslmode=verify-full")
        .containsEntry("spring.datasource.username", "anna")
        .containsEntry("spring.datasource.password", "p@ss+word");
  }

  @Test
  void thePortIsTheUsualOneWhenNoneIsGiven() {
    assertThat(DatabaseUrl.properties("postgresql://localhost/crm"))
        .containsEntry("spring.datasource.url", "jdbc:postgresql://localhost:5432/crm");
  }

  @Test
  void aJdbcAddressIsTakenAsItIs() {
    assertThat(DatabaseUrl.properties("jdbc:postgresql://localhost/crm?user=a"))
        .containsOnlyKeys("spring.datasource.url");
  }

  @Test
  void anythingElseIsRefusedWithoutRepeatingThePassword() {
    for (var wrong :
        new String[] {
          "mysql://a:secret@h/db", "postgres:/h/db", "postgres://h", "not an address"
        }) {
      assertThatThrownBy(() -> DatabaseUrl.properties(wrong))
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining("DATABASE_URL")
          .hasMessageContaining("postgres://user:password@host:5432/database")
          .hasMessageNotContaining("secret");
    }
  }
}
