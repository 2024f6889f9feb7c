package dev.winback.shared.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.WrongSetting;
import dev.winback.testing.TestDatabase;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class DurableDatabaseTest {

  @Test
  void aSessionThatMayForgetACommitIsRefused() throws Exception {
    try (var connection = DriverManager.getConnection(TestDatabase.fresh())) {
      assertThatCode(() -> DurableDatabase.require(connection)).doesNotThrowAnyException();
      connection.createStatement().execute("set synchronous_commit = off");
      assertThatThrownBy(() -> DurableDatabase.require(connection))
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining("synchronous_commit")
          .hasMessageContaining("off");
    }
  }
}
