package dev.winback.web.customer;

import dev.winback.customer.Customers;
import dev.winback.importing.Corrections;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.api.IfMatch;
import dev.winback.web.api.JsonRow;
import dev.winback.web.layout.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A customer changed and erased by programs; fields as in files, or as the answer names them. */
@RestController
@RequestMapping("/api/v1/customers/{ref}")
class CustomerEditApi {

  private final Corrections corrections;
  private final Customers customers;
  private final CustomerApi answers;
  private final Wording wording;

  CustomerEditApi(
      Corrections corrections, Customers customers, CustomerApi answers, Wording wording) {
    this.corrections = corrections;
    this.customers = customers;
    this.answers = answers;
    this.wording = wording;
  }

  @PutMapping
  ResponseEntity<CustomerWhole> change(
      @PathVariable String ref,
      @RequestBody JsonNode body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    corrections.correct(ref, fields(body, ref), IfMatch.version(tag), actor);
    return answers.one(ref, actor);
  }

  private static Map<String, String> fields(JsonNode body, String ref) {
    var fields = JsonRow.columns(body);
    var number = fields.remove("ref");
    if (number != null && !number.equals(ref)) {
      throw Refused.field("ref", "customer.refused.ref");
    }
    return fields;
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@PathVariable String ref, Actor actor) {
    customers.erase(ref, actor);
  }

  /** The customer is no longer the one that was read. */
  @ExceptionHandler
  ProblemDetail outdated(OptimisticLockingFailureException changed) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.PRECONDITION_FAILED, wording.of("customer.refused.changed"));
  }
}
