package dev.winback.privacy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Tells a person everything that is kept of him (Art. 15 and 20 of the GDPR). */
@Service
@Transactional
public class Disclosures {

  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

  private final Customers customers;
  private final Audit audit;
  private final BusinessClock clock;
  private final ObjectMapper json;
  private final JdbcClient jdbc;

  Disclosures(
      Customers customers, Audit audit, BusinessClock clock, ObjectMapper json, JdbcClient jdbc) {
    this.customers = customers;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
    this.jdbc = jdbc;
  }

  /** With all records that were merged into his; whoever may erase him may tell him first. */
  public Disclosure of(String ref, Actor actor) {
    actor.require(Permission.ERASE_CUSTOMERS);
    var customer = customers.require(ref);
    var ids = records(customer);
    var parts =
        DataMap.LINES.stream()
            .filter(DataMap.Line::told)
            .map(line -> new Disclosure.Part(line.table(), rows(line, ids)))
            .filter(part -> !part.rows().isEmpty())
            .toList();
    audit.note(actor, "customer.disclosed", "customer", customer.value(), Map.of());
    return new Disclosure(ref, clock.instant(), parts);
  }

  private Long[] records(CustomerId customer) {
    return jdbc.sql("select id from customer where id = :id or merged_into = :id")
        .param("id", customer.value())
        .query(Long.class)
        .list()
        .toArray(Long[]::new);
  }

  private List<Map<String, Object>> rows(DataMap.Line line, Long[] ids) {
    var told =
        jdbc.sql(line.sql())
            .param("ids", ids)
            .param("technical", DataMap.TECHNICAL.toArray(String[]::new))
            .param("own", DataMap.OWN.toArray(String[]::new))
            .query(String.class)
            .single();
    return json.readValue(told, ROWS);
  }
}
