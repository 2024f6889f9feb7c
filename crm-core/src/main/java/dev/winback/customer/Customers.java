package dev.winback.customer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers of the firm, known by the firm's own numbers. */
@Service
@Transactional
public class Customers {

  private final JdbcClient jdbc;

  Customers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a call has told about the person: {@code left}, {@code never_contact} and the like. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void become(CustomerId customer, String status) {
    jdbc.sql("update customer set status = :status, version = version + 1 where id = :id")
        .param("status", status)
        .param("id", customer.value())
        .update();
  }
}
