package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Who only looks at a list opens no transaction that could write: each of those asks at its end
 * which rows of the lists it touched, and holds back all it read until then.
 */
@WebTest
class ReadOnlyPagesTest {

  @Autowired MockMvc browser;
  @Autowired Staff staff;
  @Autowired ConfigurableTransactionManager transactions;

  private final List<String> writing = new ArrayList<>();
  private List<TransactionExecutionListener> before = List.of();

  @BeforeEach
  void listen() {
    People.hire(staff);
    before = List.copyOf(transactions.getTransactionExecutionListeners());
    transactions.addListener(
        new TransactionExecutionListener() {
          @Override
          public void afterBegin(TransactionExecution begun, @Nullable Throwable failed) {
            if (!begun.isReadOnly()) {
              writing.add(begun.getTransactionName());
            }
          }
        });
  }

  @AfterEach
  void listenNoMore() {
    transactions.setTransactionExecutionListeners(new ArrayList<>(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/lost", "/customers", "/letters/list"})
  void aListWritesNothing(String list) throws Exception {
    browser.perform(get(list).with(user("manager"))).andExpect(status().isOk());
    assertThat(writing).isEmpty();
  }
}
