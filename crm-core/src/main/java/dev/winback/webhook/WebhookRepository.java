package dev.winback.webhook;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WebhookRepository extends Repository<Webhook, Long> {

  Webhook saveAndFlush(Webhook webhook);

  Optional<Webhook> findById(long id);
}
