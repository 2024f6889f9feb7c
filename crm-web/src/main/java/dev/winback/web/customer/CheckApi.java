package dev.winback.web.customer;

import dev.winback.staff.Actor;
import dev.winback.task.ContactData;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contact data confirmed by a program, and the confirmation taken back. */
@RestController
@RequestMapping("/api/v1/customers/{ref}/checks")
class CheckApi {

  private final ContactData data;

  CheckApi(ContactData data) {
    this.data = data;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Long> check(@PathVariable String ref, Actor actor) {
    return Map.of("id", data.check(ref, actor));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable String ref, @PathVariable long id, Actor actor) {
    data.undo(ref, id, actor);
  }
}
