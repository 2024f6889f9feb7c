package dev.winback.staff;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ApiKeyRepository extends Repository<ApiKey, Long> {

  ApiKey saveAndFlush(ApiKey key);

  Optional<ApiKey> findById(long id);
}
