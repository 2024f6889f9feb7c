package dev.winback.web.customer;

import dev.winback.customer.Person;
import dev.winback.customer.Persons;
import dev.winback.importing.PersonCorrections;
import dev.winback.report.CustomerPages;
import dev.winback.staff.Actor;
import dev.winback.web.api.JsonRow;
import dev.winback.web.layout.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The persons at a customer for programs; fields as in files, or as the answer names them. */
@RestController
@RequestMapping("/api/v1/customers/{ref}/persons")
class PersonApi {

  private final PersonCorrections corrections;
  private final CustomerPages pages;
  private final Persons persons;
  private final Wording wording;

  PersonApi(PersonCorrections corrections, CustomerPages pages, Persons persons, Wording wording) {
    this.corrections = corrections;
    this.pages = pages;
    this.persons = persons;
    this.wording = wording;
  }

  @GetMapping
  Map<String, List<PersonItem>> all(@PathVariable String ref, Actor actor) {
    var customer = pages.facts(ref, actor).customer();
    return Map.of("items", persons.of(customer, actor).stream().map(PersonItem::of).toList());
  }

  @GetMapping("/{id}")
  ResponseEntity<PersonItem> one(@PathVariable String ref, @PathVariable long id, Actor actor) {
    return answer(persons.require(pages.facts(ref, actor).customer(), id, actor), HttpStatus.OK);
  }

  private static ResponseEntity<PersonItem> answer(Person person, HttpStatus status) {
    return ResponseEntity.status(status)
        .eTag("\"" + person.tag() + "\"")
        .body(PersonItem.of(person));
  }

  @PostMapping
  ResponseEntity<PersonItem> add(
      @PathVariable String ref, @RequestBody JsonNode body, Actor actor) {
    long id = corrections.add(ref, JsonRow.columns(body), actor);
    return answer(corrections.one(ref, id, actor), HttpStatus.CREATED);
  }

  @PutMapping("/{id}")
  ResponseEntity<PersonItem> change(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestBody JsonNode body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    corrections.change(ref, id, JsonRow.columns(body), plain(tag), actor);
    return answer(corrections.one(ref, id, actor), HttpStatus.OK);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    corrections.remove(ref, id, plain(tag), actor);
  }

  /** Null: whatever the person is now. */
  private static @Nullable String plain(@Nullable String tag) {
    return tag == null || tag.equals("*")
        ? null
        : tag.strip().replaceFirst("^(?:W/)?\"", "").replaceFirst("\"$", "");
  }

  /** The person is no longer the one that was read. */
  @ExceptionHandler
  ProblemDetail outdated(OptimisticLockingFailureException changed) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.PRECONDITION_FAILED, wording.of("person.refused.changed"));
  }
}
