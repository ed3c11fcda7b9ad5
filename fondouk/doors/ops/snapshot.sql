-- What all migrations make of an empty database. Written by `.venv/bin/python .ci/snapshot.py`; not to be edited.
-- Loaded by fondouk/doors/ops/snapshot.py where each of these files still has this hash:
-- from allauth.account.migrations.0001_initial 6f27ff6bdf57521a
-- from allauth.account.migrations.0002_email_max_length c956ab7a3c3660a1
-- from allauth.account.migrations.0003_alter_emailaddress_create_unique_verified_email 66b6f1939621bcfa
-- from allauth.account.migrations.0004_alter_emailaddress_drop_unique_email ebc6317e90c47d7a
-- from allauth.account.migrations.0005_emailaddress_idx_upper_email e7569f1662da1754
-- from allauth.account.migrations.0006_emailaddress_lower 54adb08cb3fba66b
-- from allauth.account.migrations.0007_emailaddress_idx_email 87fad70bfde8ae29
-- from allauth.account.migrations.0008_emailaddress_unique_primary_email_fixup 794bf875bdbef9c4
-- from allauth.account.migrations.0009_emailaddress_unique_primary_email 79762cfa7b1e1d7c
-- from allauth.mfa.migrations.0001_initial a42b6353f2ed5dd7
-- from allauth.mfa.migrations.0002_authenticator_timestamps b6566eb07301e2e4
-- from allauth.mfa.migrations.0003_authenticator_type_uniq 88550a456154080c
-- from django.contrib.auth.migrations.0001_initial 845cff319606332f
-- from django.contrib.auth.migrations.0002_alter_permission_name_max_length feaf97e0e8f7d148
-- from django.contrib.auth.migrations.0003_alter_user_email_max_length 9d5657b4db9872dc
-- from django.contrib.auth.migrations.0004_alter_user_username_opts 9538db342c9a9bec
-- from django.contrib.auth.migrations.0005_alter_user_last_login_null 79f60a35dc000fdd
-- from django.contrib.auth.migrations.0006_require_contenttypes_0002 00cb16e3405f14b6
-- from django.contrib.auth.migrations.0007_alter_validators_add_error_messages 115db87dc327530f
-- from django.contrib.auth.migrations.0008_alter_user_username_max_length 02857f65f7d64814
-- from django.contrib.auth.migrations.0009_alter_user_last_name_max_length 19a89500e7f108a7
-- from django.contrib.auth.migrations.0010_alter_group_name_max_length 0963ed6498ac0b3a
-- from django.contrib.auth.migrations.0011_update_proxy_permissions 85a5dde708dc4b61
-- from django.contrib.auth.migrations.0012_alter_user_first_name_max_length 6cefbc9f80903763
-- from django.contrib.contenttypes.migrations.0001_initial 35ed8489a147e0b4
-- from django.contrib.contenttypes.migrations.0002_remove_content_type_name 7d36494075750f0e
-- from django.contrib.sessions.migrations.0001_initial 2aa438e2393ee513
-- from fondouk.engines.events.migrations.0001_initial e00fd9fa71b83a58
-- from fondouk.engines.events.migrations.0002_append_only ba45723ffa61a433
-- from fondouk.engines.events.migrations.0003_set_aside fbdcf933120af9b2
-- from fondouk.engines.files.migrations.0001_initial bc6e4363f6ff41e4
-- from fondouk.engines.files.migrations.0002_policies c6c8f4dded4623f4
-- from fondouk.engines.freight.migrations.0001_initial be37b240a0cc537f
-- from fondouk.engines.freight.migrations.0002_cut_off d13de7c6864f88ef
-- from fondouk.engines.fx.migrations.0001_initial 0c374c75deaa585e
-- from fondouk.engines.fx.migrations.0002_superseded d76f94ee2b72992c
-- from fondouk.engines.ledger.migrations.0001_initial 8f10731d7e19df53
-- from fondouk.engines.ledger.migrations.0002_guards 62bc1e003bedc417
-- from fondouk.engines.ledger.migrations.0003_return_unknown_money bb519a6790559f9a
-- from fondouk.engines.places.migrations.0001_initial a0783880dc2ec83c
-- from fondouk.engines.places.migrations.0002_editions 72ea50e1d8231673
-- from fondouk.engines.requirements.migrations.0001_initial 1cc542e8ac11698a
-- from fondouk.engines.requirements.migrations.0002_append_only 7aa2aa5423253855
-- from fondouk.engines.tables.policies 1cf5dd1999fc9821
-- from fondouk.engines.tariffs.migrations.0001_initial aaa7ba59188b8e03
-- from fondouk.engines.tariffs.migrations.0002_brought_by b21035c26849d382
-- from fondouk.engines.tariffs.migrations.0003_exact_days 0d1316f31398d8a7
-- from fondouk.market.agencies.migrations.0001_initial a6f8eb48d0cd04fd
-- from fondouk.market.catalogue.migrations.0001_initial 458720596d0884a6
-- from fondouk.market.catalogue.migrations.0002_prices_fall 9ab625a5d480cfe7
-- from fondouk.market.catalogue.migrations.0003_bills b14cc99b01b0f64a
-- from fondouk.market.companies.migrations.0001_initial 46dd3b19a8f34d6f
-- from fondouk.market.companies.migrations.0002_policies a55672b92b6482a0
-- from fondouk.market.conversations.migrations.0001_initial 17b6c03a8f1e37ee
-- from fondouk.market.conversations.migrations.0002_policies e5d15222812ff63a
-- from fondouk.market.discovery.migrations.0001_initial ec59bfbee51663cd
-- from fondouk.market.discovery.migrations.0002_saved_products 73a3f431bcaf507f
-- from fondouk.market.discovery.migrations.0003_listing_shipments 2f7784d516adbd47
-- from fondouk.market.discovery.migrations.0004_supplier_fronts 699fe9236c2cec3d
-- from fondouk.market.discovery.migrations.0005_listing_place df4ff8ee9527dca6
-- from fondouk.market.notifications.migrations.0001_initial 8a041ece28065b9e
-- from fondouk.market.notifications.migrations.0002_values 8621b5311293b19c
-- from fondouk.market.orders.migrations.0001_initial 39fe8f599b604f82
-- from fondouk.market.orders.migrations.0003_policies 67c629d5863c0a98
-- from fondouk.market.orders.migrations.0004_released_within_received 30c9ba66ddb65263
-- from fondouk.market.orders.migrations.0005_short_closing 772967413f32f026
-- from fondouk.market.papers.migrations.0001_initial 39a5814743d6fbe2
-- from fondouk.market.papers.migrations.0002_policies 8cfe448b6744a47a
-- from fondouk.market.partners.migrations.0001_initial 30211069605f3aab
-- from fondouk.market.pavilions.migrations.0001_initial 79c71f5e61092255
-- from fondouk.market.pavilions.migrations.0002_editor 5079d162286e9e45
-- from fondouk.market.readiness.migrations.0001_initial d7036c0650709352
-- from fondouk.market.readiness.migrations.0002_policies b182441c3427be6a
-- from fondouk.market.reference.migrations.0001_initial e07363da17da0d02
-- from fondouk.market.reference.migrations.0002_imports 18e4f5045ffb8157
-- from fondouk.market.shipments.migrations.0001_initial 7831cbe36b0307d5
-- from fondouk.market.shipments.migrations.0002_policies edd0b4f57fea9300
-- from fondouk.market.sourcing.migrations.0001_initial 96a3597c10eba5c7
-- from fondouk.market.sourcing.migrations.0002_policies 1bfbc95b92d6398d
-- from fondouk.market.sourcing.migrations.0003_cost_alerts 36de4fd8f54b1f02
-- from fondouk.market.treasury.migrations.0001_initial 931c35678679f85f
-- from fondouk.market.treasury.migrations.0002_policies eca466a670eaf834
-- from fondouk.market.treasury.migrations.0003_return_unknown_money bdace85b489566cb
-- from procrastinate.contrib.django.migrations.0001_initial be81516c79d02f26
-- from procrastinate.contrib.django.migrations.0002_drop_started_at_column 2ead163c1ce2991d
-- from procrastinate.contrib.django.migrations.0003_drop_started_at_column 740f2d8ff02c0bb5
-- from procrastinate.contrib.django.migrations.0004_drop_procrastinate_version_table 9f48b76f59a9cc8c
-- from procrastinate.contrib.django.migrations.0005_fix_procrastinate_fetch_job 6a8e4055ab8e463d
-- from procrastinate.contrib.django.migrations.0006_fix_trigger_status_events_insert d9d2f532a094aa09
-- from procrastinate.contrib.django.migrations.0007_add_queueing_lock_column dc12645a882f2067
-- from procrastinate.contrib.django.migrations.0008_close_fetch_job_race_condition 74c7c44a68d3c204
-- from procrastinate.contrib.django.migrations.0009_add_defer_job_function b9d529f1bb143b09
-- from procrastinate.contrib.django.migrations.0010_add_procrastinate_periodic_defers bd1aa56a04f86df5
-- from procrastinate.contrib.django.migrations.0011_add_foreign_key_index 25cc0914481114fd
-- from procrastinate.contrib.django.migrations.0012_add_locks_to_periodic_defer 7cf8863ace39220c
-- from procrastinate.contrib.django.migrations.0013_fix_procrastinate_defer_periodic_job 4d5072911b8c904c
-- from procrastinate.contrib.django.migrations.0014_add_finish_job_and_retry_job_functions 20ebed9ca30246c8
-- from procrastinate.contrib.django.migrations.0015_add_trigger_on_job_deletion 41bec3a5111ff97f
-- from procrastinate.contrib.django.migrations.0016_delete_finished_jobs aa4d841aae25c4b1
-- from procrastinate.contrib.django.migrations.0017_add_checks_to_finish_job fa9f208ddf3368de
-- from procrastinate.contrib.django.migrations.0018_add_checks_to_retry_job 893bfc867f1594eb
-- from procrastinate.contrib.django.migrations.0019_fix_finish_job_compat_issue 4c85f00a990bb3d7
-- from procrastinate.contrib.django.migrations.0020_add_index_on_procrastinate_jobs 5a93c4ea92b856f5
-- from procrastinate.contrib.django.migrations.0021_add_kwargs_to_defer_periodic_job 88dd3371cbdee2ba
-- from procrastinate.contrib.django.migrations.0022_null_locks_excluded 2d5b088f88e89d69
-- from procrastinate.contrib.django.migrations.0023_remove_old_finish_job_function 89267383eac7bb81
-- from procrastinate.contrib.django.migrations.0024_job_id_bigint 27108dc62abe6372
-- from procrastinate.contrib.django.migrations.0025_add_models 29580ceb9d30811c
-- from procrastinate.contrib.django.migrations.0026_add_job_priority 4f7746b8edef802a
-- from procrastinate.contrib.django.migrations.0027_add_periodic_job_priority 17e24782e5f4b56e
-- from procrastinate.contrib.django.migrations.0028_add_cancel_states 2831656624aa9165
-- from procrastinate.contrib.django.migrations.0029_add_additional_params_to_retry_job 50d48f155234960c
-- from procrastinate.contrib.django.migrations.0030_alter_procrastinateevent_options 94486414b944e707
-- from procrastinate.contrib.django.migrations.0031_add_indexes_for_fetch_job c7235c71c0c003fd
-- from procrastinate.contrib.django.migrations.0032_pre_cancel_notification 42c97f730f7f0edd
-- from procrastinate.contrib.django.migrations.0033_post_cancel_notification 8bd0e84d1e45311e
-- from procrastinate.contrib.django.migrations.0034_pre_add_heartbeat 844ed448222ba8b1
-- from procrastinate.contrib.django.migrations.0035_post_add_heartbeat 0cbd71b8406c14f4
-- from procrastinate.contrib.django.migrations.0036_add_worker_model f996e8059968a3a4
-- from procrastinate.contrib.django.migrations.0037_pre_batch_defer_jobs 0d7d4294e8aa2749
-- from procrastinate.contrib.django.migrations.0038_post_batch_defer_jobs 503152d687e3e49b
-- from procrastinate.contrib.django.migrations.0039_pre_priority_lock_fetch_job aba2087cb2b69233
-- from procrastinate.contrib.django.migrations.0040_pre_retry_failed_job f6d2a552fbbc5088
-- from procrastinate.contrib.django.migrations.0041_post_retry_failed_job 2c8dc359b30362a9
SET LOCAL check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', true);
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.account_opens_empty() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.debits := 0; NEW.credits := 0; NEW.debits_pending := 0; NEW.credits_pending := 0;
    RETURN NEW;
END $$;
CREATE FUNCTION public.catalogue_prices_fall() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM catalogue_pricebreak AS lower
            JOIN catalogue_pricebreak AS higher ON higher.price_list_id = lower.price_list_id
            WHERE lower.price_list_id = NEW.price_list_id
              AND higher.min_quantity > lower.min_quantity AND higher.unit_price >= lower.unit_price
        ) THEN
            RAISE EXCEPTION 'prices must fall as quantities rise' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
CREATE FUNCTION public.event_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.orders_inspectionreport_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.orders_release_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.orders_signature_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.papers_paper_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.release_within_received() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                DECLARE received bigint; gone bigint;
                BEGIN
                    SELECT received_minor INTO received FROM orders_milestone WHERE id = NEW.milestone_id FOR UPDATE;
                    SELECT coalesce(sum(amount_minor), 0) INTO gone FROM orders_release
                        WHERE milestone_id = NEW.milestone_id;
                    IF gone + NEW.amount_minor > received THEN
                        RAISE EXCEPTION 'releases exceed what was received' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                END $$;
CREATE FUNCTION public.requirement_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.shipments_shipmentevent_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.sourcing_costalert_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.sourcing_counteroffer_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.sourcing_quotationline_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.sourcing_quotationversion_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.transfer_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.transfer_is_sound() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
DECLARE
    original public.transfer%ROWTYPE;
    already bigint;
BEGIN
    PERFORM 1 FROM public.account WHERE id IN (NEW.debit_id, NEW.credit_id) ORDER BY id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM public.transfer WHERE cause = NEW.cause AND kind = NEW.kind) THEN
        RAISE EXCEPTION '% of % is done', NEW.kind, NEW.cause
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'transfer_once_per_cause';
    END IF;
    IF NEW.pending_id IS NOT NULL THEN
        IF EXISTS (SELECT 1 FROM public.transfer WHERE pending_id = NEW.pending_id) THEN
            RAISE EXCEPTION 'this hold has ended'
                USING ERRCODE = 'unique_violation', CONSTRAINT = 'transfer_ends_a_hold_once';
        END IF;
        SELECT * INTO original FROM public.transfer WHERE id = NEW.pending_id;
        IF original.phase <> 'HELD' OR (original.debit_id, original.credit_id, original.amount_minor)
                IS DISTINCT FROM (NEW.debit_id, NEW.credit_id, NEW.amount_minor) THEN
            RAISE EXCEPTION 'a hold is posted or voided whole, between its own accounts'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_ends_its_hold';
        END IF;
    END IF;
    IF NEW.reverses_id IS NOT NULL THEN
        SELECT * INTO original FROM public.transfer WHERE id = NEW.reverses_id;
        SELECT coalesce(sum(amount_minor), 0) INTO already FROM public.transfer WHERE reverses_id = NEW.reverses_id;
        IF (original.debit_id, original.credit_id) IS DISTINCT FROM (NEW.credit_id, NEW.debit_id)
                OR original.phase NOT IN ('DONE', 'POSTED') OR already + NEW.amount_minor > original.amount_minor THEN
            RAISE EXCEPTION 'reversals go the way back and never exceed what they reverse'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_reversal_within';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.transfer_keeps_sums() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
BEGIN
    UPDATE public.account AS a SET
        debits = a.debits + s.debits, credits = a.credits + s.credits,
        debits_pending = a.debits_pending + s.debits_pending, credits_pending = a.credits_pending + s.credits_pending
    FROM (
        SELECT id, sum(debits) AS debits, sum(credits) AS credits, sum(debits_pending) AS debits_pending,
            sum(credits_pending) AS credits_pending
        FROM (
            SELECT debit_id AS id, CASE WHEN phase IN ('DONE', 'POSTED') THEN amount_minor ELSE 0 END AS debits,
                0 AS credits, CASE phase WHEN 'HELD' THEN amount_minor WHEN 'DONE' THEN 0 ELSE -amount_minor END
                    AS debits_pending, 0 AS credits_pending FROM fresh
            UNION ALL
            SELECT credit_id, 0, CASE WHEN phase IN ('DONE', 'POSTED') THEN amount_minor ELSE 0 END, 0,
                CASE phase WHEN 'HELD' THEN amount_minor WHEN 'DONE' THEN 0 ELSE -amount_minor END FROM fresh
        ) AS sides GROUP BY id
    ) AS s WHERE a.id = s.id;
    RETURN NULL;
END $$;
CREATE FUNCTION public.treasury_paymentfile_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE FUNCTION public.treasury_statement_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
            BEGIN
                RAISE EXCEPTION '% is append-only: write a reversal instead', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END $$;
CREATE TABLE public.account (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    owner character varying(24) NOT NULL,
    currency character varying(3) NOT NULL,
    debits bigint NOT NULL,
    credits bigint NOT NULL,
    debits_pending bigint NOT NULL,
    credits_pending bigint NOT NULL,
    CONSTRAINT account_never_overdrawn CHECK (((NOT ((kind)::text = ANY (ARRAY[('escrow'::character varying)::text, ('supplier_payable'::character varying)::text, ('buyer_refundable'::character varying)::text, ('sender_refundable'::character varying)::text, ('clearing'::character varying)::text, ('partner_commission'::character varying)::text]))) OR (credits >= (debits + debits_pending)))),
    CONSTRAINT account_sums_positive CHECK (((credits >= 0) AND (credits_pending >= 0) AND (debits >= 0) AND (debits_pending >= 0)))
);
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agreement (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    state character varying(20) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by character varying(40) NOT NULL,
    agency_signed_at timestamp with time zone,
    agency_signed_by character varying(40) NOT NULL,
    operator_signed_at timestamp with time zone,
    operator_signed_by character varying(40) NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(40) NOT NULL,
    end_reason character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    CONSTRAINT agreement_ended_with_reason CHECK (((NOT ((state)::text = 'ENDED'::text)) OR ((ended_at IS NOT NULL) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT agreement_ends_after_it_begins CHECK ((until_on >= from_on)),
    CONSTRAINT agreement_signed_by_both CHECK (((NOT ((state)::text = 'SIGNED'::text)) OR ((agency_signed_at IS NOT NULL) AND (operator_signed_at IS NOT NULL))))
);
ALTER TABLE public.agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE TABLE public.catalogue_billcost (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(12) NOT NULL,
    amount numeric(18,4) NOT NULL,
    note character varying(120) NOT NULL,
    bill_id bigint NOT NULL,
    CONSTRAINT bill_cost_positive CHECK ((amount > (0)::numeric)),
    CONSTRAINT catalogue_billcost_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalogue_billcost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_billcost_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_billmaterial (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(120) NOT NULL,
    hs character varying(10) NOT NULL,
    origin character varying(2) NOT NULL,
    value numeric(18,4) NOT NULL,
    supplier_name character varying(120) NOT NULL,
    became character varying(120) NOT NULL,
    became_in character varying(2) NOT NULL,
    proof character varying(160) NOT NULL,
    file character varying(24) NOT NULL,
    proof_until date,
    evidence_id bigint,
    bill_id bigint NOT NULL,
    CONSTRAINT bill_material_positive CHECK ((value > (0)::numeric)),
    CONSTRAINT catalogue_billmaterial_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalogue_billmaterial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_billmaterial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_billofmaterials (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    currency character varying(3) NOT NULL,
    quantity numeric(18,4) NOT NULL,
    unit character varying(3) NOT NULL,
    price numeric(18,4) NOT NULL,
    wholly_obtained boolean NOT NULL,
    new_and_different boolean,
    making text NOT NULL,
    direct boolean,
    route character varying(160) NOT NULL,
    valid_until date NOT NULL,
    version integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(24) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by character varying(24) NOT NULL,
    reminded_for date,
    retired_at timestamp with time zone,
    retired_by character varying(24) NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT bill_positive CHECK (((price > (0)::numeric) AND (quantity > (0)::numeric))),
    CONSTRAINT catalogue_billofmaterials_version_check CHECK ((version >= 0))
);
ALTER TABLE public.catalogue_billofmaterials ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_billofmaterials_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_billuse (
    id bigint NOT NULL,
    bill_id bigint NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalogue_billuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_billuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_category (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    sector character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    names jsonb NOT NULL,
    synonyms jsonb NOT NULL,
    palette character varying(12) NOT NULL,
    motif character varying(30) NOT NULL,
    schema jsonb NOT NULL,
    parent_id bigint,
    heading_id bigint,
    CONSTRAINT catalogue_category_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalogue_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_hsheading (
    id bigint NOT NULL,
    code character varying(6) NOT NULL,
    names jsonb NOT NULL,
    synonyms jsonb NOT NULL
);
ALTER TABLE public.catalogue_hsheading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_hsheading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_origindeclaration (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    bill_version integer NOT NULL,
    destination character varying(2) NOT NULL,
    agreement character varying(12) NOT NULL,
    status character varying(16) NOT NULL,
    share numeric(7,2),
    threshold numeric(7,2),
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    data jsonb NOT NULL,
    signed_name character varying(120) NOT NULL,
    signed_as character varying(80) NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    signed_by character varying(24) NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by character varying(24) NOT NULL,
    bill_id bigint NOT NULL,
    product_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT catalogue_origindeclaration_bill_version_check CHECK ((bill_version >= 0)),
    CONSTRAINT origin_declared_in_order CHECK ((valid_until >= valid_from))
);
ALTER TABLE public.catalogue_origindeclaration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_origindeclaration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_photo (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    file character varying(24) NOT NULL,
    alt jsonb NOT NULL,
    variants jsonb NOT NULL,
    refused character varying(200) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(24) NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT catalogue_photo_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalogue_photo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_photo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_pricebreak (
    id bigint NOT NULL,
    min_quantity numeric(18,4) NOT NULL,
    unit_price numeric(18,6) NOT NULL,
    lead_days smallint,
    price_list_id bigint NOT NULL,
    CONSTRAINT catalogue_pricebreak_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT price_break_positive CHECK (((min_quantity > (0)::numeric) AND (unit_price > (0)::numeric)))
);
ALTER TABLE public.catalogue_pricebreak ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_pricebreak_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_pricelist (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    incoterm character varying(3) NOT NULL,
    place_name character varying(80) NOT NULL,
    place_code character varying(5) NOT NULL,
    currency character varying(3) NOT NULL,
    valid_until date,
    product_id bigint NOT NULL,
    CONSTRAINT catalogue_pricelist_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.catalogue_pricelist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_pricelist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_product (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    sku character varying(40) NOT NULL,
    state character varying(20) NOT NULL,
    held_reason character varying(300) NOT NULL,
    hs6 character varying(6) NOT NULL,
    gtin character varying(14) NOT NULL,
    producer character varying(120) NOT NULL,
    origin_country character varying(2) NOT NULL,
    origin_region character varying(6) NOT NULL,
    unit character varying(3) NOT NULL,
    moq numeric(18,4),
    order_multiple numeric(18,4),
    lead_days smallint,
    capacity_per_month numeric(18,4),
    in_stock numeric(18,4),
    sample_price numeric(18,6),
    sample_currency character varying(3) NOT NULL,
    sample_quantity_max numeric(18,4),
    sample_lead_days smallint,
    unit_net_kg numeric(12,4),
    package character varying(2) NOT NULL,
    units_per_package numeric(18,4),
    package_length_cm numeric(7,1),
    package_width_cm numeric(7,1),
    package_height_cm numeric(7,1),
    package_gross_kg numeric(10,3),
    packages_per_pallet smallint,
    shelf_life_days integer,
    storage_celsius_min smallint,
    storage_celsius_max smallint,
    un_number character varying(4) NOT NULL,
    attributes jsonb NOT NULL,
    readiness smallint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(24) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by character varying(24) NOT NULL,
    published_at timestamp with time zone,
    published_by character varying(24) NOT NULL,
    imported_in character varying(24) NOT NULL,
    category_id bigint,
    supplier_id bigint NOT NULL,
    CONSTRAINT catalogue_product_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT catalogue_product_packages_per_pallet_check CHECK ((packages_per_pallet >= 0)),
    CONSTRAINT catalogue_product_readiness_check CHECK ((readiness >= 0)),
    CONSTRAINT catalogue_product_sample_lead_days_check CHECK ((sample_lead_days >= 0)),
    CONSTRAINT catalogue_product_shelf_life_days_check CHECK ((shelf_life_days >= 0)),
    CONSTRAINT product_held_with_reason CHECK (((NOT ((state)::text = 'HELD'::text)) OR (NOT ((held_reason)::text = ''::text)))),
    CONSTRAINT product_hs6_six_digits CHECK ((((hs6)::text = ''::text) OR ((hs6)::text ~ '^[0-9]{6}$'::text))),
    CONSTRAINT product_moq_positive CHECK (((moq IS NULL) OR (moq > (0)::numeric))),
    CONSTRAINT product_published_is_complete CHECK (((NOT ((state)::text = 'PUBLISHED'::text)) OR ((category_id IS NOT NULL) AND (moq IS NOT NULL) AND (published_at IS NOT NULL) AND (NOT ((unit)::text = ''::text)) AND (NOT ((origin_country)::text = ''::text)))))
);
ALTER TABLE public.catalogue_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productcertificate (
    id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalogue_productcertificate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productcertificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productorigin (
    id bigint NOT NULL,
    agreement character varying(12) NOT NULL,
    status character varying(16) NOT NULL,
    declaration character varying(24) NOT NULL,
    examined_on date NOT NULL,
    valid_until date NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalogue_productorigin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productorigin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_productpreference (
    id bigint NOT NULL,
    agreement character varying(12) NOT NULL,
    status character varying(16) NOT NULL,
    proof character varying(160) NOT NULL,
    proof_on date,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalogue_productpreference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_productpreference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_producttext (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(120) NOT NULL,
    slug character varying(140) NOT NULL,
    summary character varying(400) NOT NULL,
    description text NOT NULL,
    composition character varying(400) NOT NULL,
    specification jsonb NOT NULL,
    source_language character varying(2) NOT NULL,
    by_machine boolean NOT NULL,
    reviewed_at timestamp with time zone,
    reviewed_by character varying(24) NOT NULL,
    product_id bigint NOT NULL
);
ALTER TABLE public.catalogue_producttext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_producttext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_storefront (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    slug character varying(80) NOT NULL,
    opened_at timestamp with time zone,
    opened_by character varying(24) NOT NULL,
    palette character varying(12) NOT NULL,
    motif character varying(30) NOT NULL,
    cover_file character varying(24) NOT NULL,
    cover_variants jsonb NOT NULL,
    headlines jsonb NOT NULL,
    stories jsonb NOT NULL,
    capacity jsonb NOT NULL,
    response_minutes integer,
    response_count integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by character varying(24) NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT catalogue_storefront_response_count_check CHECK ((response_count >= 0)),
    CONSTRAINT catalogue_storefront_response_minutes_check CHECK ((response_minutes >= 0)),
    CONSTRAINT storefront_response_counted CHECK (((response_minutes IS NULL) OR (response_count > 0)))
);
ALTER TABLE public.catalogue_storefront ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_storefront_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_tariffcode (
    id bigint NOT NULL,
    destination character varying(2) NOT NULL,
    code character varying(10) NOT NULL,
    classified_by character varying(120) NOT NULL,
    ruling character varying(40) NOT NULL,
    product_id bigint NOT NULL,
    CONSTRAINT tariff_code_digits CHECK (((code)::text ~ '^[0-9]{8}([0-9]{2})?$'::text))
);
ALTER TABLE public.catalogue_tariffcode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_tariffcode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.collection (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    slug character varying(60) NOT NULL,
    texts jsonb NOT NULL,
    products character varying(20)[] NOT NULL,
    "position" smallint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(40) NOT NULL,
    agency_id bigint NOT NULL,
    pavilion_id bigint NOT NULL,
    CONSTRAINT collection_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.command_outcome (
    id bigint NOT NULL,
    person character varying(40) NOT NULL,
    command character varying(120) NOT NULL,
    key character varying(80) NOT NULL,
    body_hash character varying(64) NOT NULL,
    reference character varying(40),
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.command_outcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.command_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_bankaccount (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    holder character varying(120) NOT NULL,
    scheme character varying(4) NOT NULL,
    number character varying(34) NOT NULL,
    bic character varying(11) NOT NULL,
    bank_name character varying(120) NOT NULL,
    currency character varying(3) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(24) NOT NULL,
    usable_from_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by character varying(24) NOT NULL,
    retired_at timestamp with time zone,
    retired_by character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    CONSTRAINT bank_account_two_people CHECK (((confirmed_at IS NULL) OR (NOT ((confirmed_by)::text = (added_by)::text))))
);
ALTER TABLE public.companies_bankaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_bankaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_company (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    slug character varying(80) NOT NULL,
    kind character varying(20) NOT NULL,
    capacities character varying(12)[] NOT NULL,
    legal_name character varying(160) NOT NULL,
    name character varying(120) NOT NULL,
    names jsonb NOT NULL,
    country character varying(2) NOT NULL,
    region character varying(6) NOT NULL,
    town character varying(80) NOT NULL,
    street character varying(160) NOT NULL,
    postal_code character varying(12) NOT NULL,
    phone character varying(20) NOT NULL,
    website character varying(200) NOT NULL,
    founded_in smallint,
    people_count integer,
    identifiers jsonb NOT NULL,
    languages character varying(2)[] NOT NULL,
    flags character varying(20)[] NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    registered_by character varying(24) NOT NULL,
    closed_at timestamp with time zone,
    closed_by character varying(24) NOT NULL,
    CONSTRAINT companies_company_founded_in_check CHECK ((founded_in >= 0)),
    CONSTRAINT companies_company_people_count_check CHECK ((people_count >= 0)),
    CONSTRAINT company_capacities_known CHECK ((capacities <@ ARRAY['supplier'::character varying(12), 'buyer'::character varying(12), 'partner'::character varying(12), 'agency'::character varying(12), 'forwarder'::character varying(12), 'inspector'::character varying(12), 'operator'::character varying(12)])),
    CONSTRAINT company_has_town_and_country CHECK (((NOT ((country)::text = ''::text)) AND (NOT ((town)::text = ''::text))))
);
ALTER TABLE public.companies_company ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_company_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_evidence (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(14) NOT NULL,
    scheme character varying(30) NOT NULL,
    issuer character varying(120) NOT NULL,
    number character varying(60) NOT NULL,
    cause character varying(24) NOT NULL,
    file character varying(24) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    state character varying(10) NOT NULL,
    reason character varying(300) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(24) NOT NULL,
    checked_at timestamp with time zone,
    checked_by character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    issuer_company_id bigint,
    CONSTRAINT evidence_checked_when_decided CHECK ((((checked_at IS NULL) AND ((state)::text = 'PENDING'::text)) OR ((NOT ((state)::text = 'PENDING'::text)) AND (checked_at IS NOT NULL)))),
    CONSTRAINT evidence_dates_in_order CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);
ALTER TABLE public.companies_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_invitation (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    role character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    invited_by character varying(24) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by character varying(24) NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by character varying(24) NOT NULL,
    company_id bigint NOT NULL
);
ALTER TABLE public.companies_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_mandate (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    scope character varying(30)[] NOT NULL,
    commission_basis_points integer NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by character varying(24) NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying(24) NOT NULL,
    partner_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT companies_mandate_commission_basis_points_check CHECK ((commission_basis_points >= 0)),
    CONSTRAINT mandate_between_two CHECK ((NOT (partner_id = supplier_id))),
    CONSTRAINT mandate_commission_sane CHECK ((commission_basis_points <= 3000))
);
ALTER TABLE public.companies_mandate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_mandate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_member (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    joined_by character varying(24) NOT NULL,
    left_at timestamp with time zone,
    left_by character varying(24) NOT NULL,
    company_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.companies_member ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.companies_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    reference character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    destination character varying(5) NOT NULL,
    phone character varying(20) NOT NULL,
    is_active boolean NOT NULL,
    CONSTRAINT person_language_known CHECK (((language)::text = ANY (ARRAY[('en'::character varying)::text, ('fr'::character varying)::text, ('ar'::character varying)::text])))
);
ALTER TABLE public.companies_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.companies_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW public.companies_trust_fact AS
 SELECT proof.id,
    proof.company_id,
    proof.kind,
    proof.scheme,
    COALESCE(issuing.name, proof.issuer) AS issuer,
        CASE
            WHEN ((proof.kind)::text = 'certificate'::text) THEN proof.number
            ELSE ''::character varying
        END AS number,
    proof.valid_from,
    proof.valid_until
   FROM (public.companies_evidence proof
     LEFT JOIN public.companies_company issuing ON ((issuing.id = proof.issuer_company_id)))
  WHERE ((proof.state)::text = 'ACCEPTED'::text);
CREATE TABLE public.conversations_attachment (
    id bigint NOT NULL,
    file character varying(24) NOT NULL,
    name character varying(120) NOT NULL,
    media_type character varying(80) NOT NULL,
    size bigint NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    message_id bigint NOT NULL
);
ALTER TABLE public.conversations_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conversations_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conversations_conversation (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    subject character varying(24) NOT NULL,
    title character varying(160) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by character varying(24) NOT NULL,
    last_number integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    answered_at timestamp with time zone,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT conversation_answer_after_question CHECK (((answered_at IS NULL) OR (asked_at IS NOT NULL))),
    CONSTRAINT conversations_conversation_last_number_check CHECK ((last_number >= 0))
);
ALTER TABLE public.conversations_conversation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conversations_conversation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conversations_message (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    number integer NOT NULL,
    written_by character varying(24) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    language character varying(2) NOT NULL,
    body text NOT NULL,
    card jsonb,
    author_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT conversations_message_number_check CHECK ((number >= 0))
);
ALTER TABLE public.conversations_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conversations_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.conversations_readmark (
    id bigint NOT NULL,
    person character varying(24) NOT NULL,
    number integer NOT NULL,
    read_at timestamp with time zone NOT NULL,
    buyer_id bigint NOT NULL,
    company_id bigint NOT NULL,
    conversation_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT conversations_readmark_number_check CHECK ((number >= 0))
);
ALTER TABLE public.conversations_readmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.conversations_readmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.event (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    subject character varying(40) NOT NULL,
    within character varying(40) NOT NULL,
    parties bigint[] NOT NULL,
    by character varying(40) NOT NULL,
    company character varying(20) NOT NULL,
    on_behalf_of character varying(20) NOT NULL,
    door character varying(20) NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
ALTER TABLE public.event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.freight_charge (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    guess boolean NOT NULL,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    place character varying(5) NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying(80) NOT NULL,
    modes character varying(60) NOT NULL,
    amount numeric(12,4) NOT NULL,
    currency character varying(3) NOT NULL,
    per character varying(30) NOT NULL,
    minimum numeric(12,2)
);
ALTER TABLE public.freight_charge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.freight_charge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.freight_edition (
    id bigint NOT NULL,
    number bigint NOT NULL
);
ALTER TABLE public.freight_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.freight_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.freight_rate_card (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    guess boolean NOT NULL,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    origin character varying(5) NOT NULL,
    destination character varying(5) NOT NULL,
    mode character varying(8) NOT NULL,
    carrier character varying(60) NOT NULL,
    currency character varying(3) NOT NULL,
    rate numeric(12,4),
    bands character varying(300) NOT NULL,
    minimum numeric(12,2),
    surcharges character varying(300) NOT NULL,
    transit_days_min smallint,
    transit_days_max smallint,
    cut_off_days smallint,
    CONSTRAINT freight_rate_card_cut_off_days_check CHECK ((cut_off_days >= 0)),
    CONSTRAINT freight_rate_card_transit_days_max_check CHECK ((transit_days_max >= 0)),
    CONSTRAINT freight_rate_card_transit_days_min_check CHECK ((transit_days_min >= 0))
);
ALTER TABLE public.freight_rate_card ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.freight_rate_card_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fx_edition (
    id bigint NOT NULL,
    number bigint NOT NULL
);
ALTER TABLE public.fx_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fx_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fx_rate (
    id bigint NOT NULL,
    source character varying(60) NOT NULL,
    base character varying(3) NOT NULL,
    currency character varying(3) NOT NULL,
    "on" date NOT NULL,
    rate numeric(20,8) NOT NULL,
    official boolean NOT NULL,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    CONSTRAINT fx_rate_positive CHECK ((rate > (0)::numeric))
);
ALTER TABLE public.fx_rate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fx_rate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.listing (
    id bigint NOT NULL,
    product character varying(20) NOT NULL,
    category character varying(40) NOT NULL,
    sector character varying(40) NOT NULL,
    region character varying(10) NOT NULL,
    heading character varying(4) NOT NULL,
    document jsonb NOT NULL,
    cards jsonb NOT NULL,
    landed jsonb NOT NULL,
    needs character varying(24)[] NOT NULL,
    weight double precision NOT NULL,
    inputs character varying(32) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    checked_on date NOT NULL,
    supplier_id bigint NOT NULL,
    shipments jsonb NOT NULL,
    place double precision NOT NULL
);
ALTER TABLE public.listing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.listing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mission (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    texts jsonb NOT NULL,
    place character varying(5) NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    announced_by character varying(40) NOT NULL,
    agency_id bigint NOT NULL,
    pavilion_id bigint NOT NULL,
    CONSTRAINT mission_ends_after_it_begins CHECK ((until_on >= from_on))
);
ALTER TABLE public.mission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.notifications_notice (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    event character varying(80) NOT NULL,
    permission character varying(40) NOT NULL,
    other character varying(120) NOT NULL,
    about character varying(40) NOT NULL,
    subject character varying(40) NOT NULL,
    unread_id bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mailed_at timestamp with time zone,
    company_id bigint NOT NULL,
    person_id bigint NOT NULL,
    "values" jsonb NOT NULL
);
ALTER TABLE public.notifications_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.notifications_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.order_ (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    version smallint NOT NULL,
    state character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    conversation character varying(24) NOT NULL,
    incoterm character varying(3) NOT NULL,
    place_name character varying(80) NOT NULL,
    place_code character varying(5) NOT NULL,
    destination character varying(5) NOT NULL,
    currency character varying(3) NOT NULL,
    total_minor bigint NOT NULL,
    lead_days smallint NOT NULL,
    payment_route character varying(8) NOT NULL,
    beneficiary jsonb NOT NULL,
    cargo jsonb NOT NULL,
    notes text NOT NULL,
    estimate jsonb,
    buyer_po character varying(40) NOT NULL,
    supplier_invoice_number character varying(40) NOT NULL,
    importer_number character varying(40) NOT NULL,
    consignee jsonb NOT NULL,
    latest_shipment_on date,
    partial_shipment boolean NOT NULL,
    transhipment boolean NOT NULL,
    quantity_tolerance_pct smallint NOT NULL,
    governing_law character varying(80) NOT NULL,
    cisg boolean NOT NULL,
    arbitration_seat character varying(80) NOT NULL,
    contract_text text NOT NULL,
    contract_hash character varying(64) NOT NULL,
    fee_basis_points integer NOT NULL,
    partner_basis_points integer NOT NULL,
    pay_days smallint NOT NULL,
    inspection_days smallint NOT NULL,
    claim_days smallint NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    drafted_by character varying(24) NOT NULL,
    proposed_at timestamp with time zone,
    proposed_by character varying(24) NOT NULL,
    signed_at timestamp with time zone,
    ready_on date,
    inspected_at timestamp with time zone,
    inspection_passed boolean,
    shipped_at timestamp with time zone,
    arrived_at timestamp with time zone,
    documents_accepted_at timestamp with time zone,
    delivered_at timestamp with time zone,
    accepted_at timestamp with time zone,
    accepted_by character varying(24) NOT NULL,
    closed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_by character varying(24) NOT NULL,
    cancel_reason character varying(400) NOT NULL,
    plan jsonb NOT NULL,
    buyer_id bigint NOT NULL,
    holder_id bigint,
    inspector_id bigint,
    operator_id bigint NOT NULL,
    partner_id bigint,
    product_id bigint,
    quotation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT order__claim_days_check CHECK ((claim_days >= 0)),
    CONSTRAINT order__fee_basis_points_check CHECK ((fee_basis_points >= 0)),
    CONSTRAINT order__inspection_days_check CHECK ((inspection_days >= 0)),
    CONSTRAINT order__lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT order__partner_basis_points_check CHECK ((partner_basis_points >= 0)),
    CONSTRAINT order__pay_days_check CHECK ((pay_days >= 0)),
    CONSTRAINT order__quantity_tolerance_pct_check CHECK ((quantity_tolerance_pct >= 0)),
    CONSTRAINT order__version_check CHECK ((version >= 0)),
    CONSTRAINT order_between_two CHECK ((NOT (buyer_id = supplier_id))),
    CONSTRAINT order_total_positive CHECK ((total_minor > 0))
);
ALTER TABLE public.order_ ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.order__id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_claim (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    words text NOT NULL,
    file character varying(24) NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying(3) NOT NULL,
    decision character varying(8) NOT NULL,
    refund_minor bigint NOT NULL,
    reasons text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by character varying(24) NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    milestone_id bigint NOT NULL,
    order_id bigint NOT NULL
);
ALTER TABLE public.orders_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_inspectionreport (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    passed boolean NOT NULL,
    findings text NOT NULL,
    inspected_on date NOT NULL,
    place character varying(120) NOT NULL,
    file character varying(24) NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    reported_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    inspector_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    order_id bigint NOT NULL
);
ALTER TABLE public.orders_inspectionreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_inspectionreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_milestone (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    name character varying(20) NOT NULL,
    share smallint NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying(3) NOT NULL,
    pay_when character varying(20) NOT NULL,
    release_when character varying(12) NOT NULL,
    days smallint,
    creditor_reference character varying(25) NOT NULL,
    state character varying(20) NOT NULL,
    received_minor bigint NOT NULL,
    released_minor bigint NOT NULL,
    refunded_minor bigint NOT NULL,
    due_on date,
    funded_at timestamp with time zone,
    released_at timestamp with time zone,
    refunded_at timestamp with time zone,
    paid_at timestamp with time zone,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT milestone_i3 CHECK ((received_minor >= (released_minor + refunded_minor))),
    CONSTRAINT milestone_positive CHECK ((amount_minor > 0)),
    CONSTRAINT orders_milestone_days_check CHECK ((days >= 0)),
    CONSTRAINT orders_milestone_position_check CHECK (("position" >= 0)),
    CONSTRAINT orders_milestone_share_check CHECK ((share >= 0))
);
ALTER TABLE public.orders_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_orderline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    description character varying(200) NOT NULL,
    quantity numeric(18,4) NOT NULL,
    unit character varying(3) NOT NULL,
    unit_price numeric(18,6) NOT NULL,
    amount_minor bigint NOT NULL,
    hs6 character varying(6) NOT NULL,
    origin character varying(2) NOT NULL,
    net_kg numeric(14,4),
    shipped numeric(18,4) NOT NULL,
    accepted numeric(18,4) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint NOT NULL,
    CONSTRAINT order_line_i7 CHECK (((accepted <= shipped) AND (shipped <= quantity))),
    CONSTRAINT orders_orderline_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.orders_orderline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_orderline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_release (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(8) NOT NULL,
    amount_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    currency character varying(3) NOT NULL,
    cause character varying(24) NOT NULL,
    released_at timestamp with time zone NOT NULL,
    released_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    milestone_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT release_positive CHECK (((amount_minor > 0) AND (fee_minor >= 0) AND (fee_minor <= amount_minor)))
);
ALTER TABLE public.orders_release ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_review (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    score smallint NOT NULL,
    words text NOT NULL,
    language character varying(2) NOT NULL,
    author_label character varying(120) NOT NULL,
    state character varying(20) NOT NULL,
    reply text NOT NULL,
    replied_at timestamp with time zone,
    replied_by character varying(24) NOT NULL,
    removed_reason character varying(300) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by character varying(24) NOT NULL,
    about_id bigint NOT NULL,
    author_id bigint NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    product_id bigint,
    supplier_id bigint NOT NULL,
    CONSTRAINT orders_review_score_check CHECK ((score >= 0)),
    CONSTRAINT review_score CHECK (((score >= 1) AND (score <= 5)))
);
ALTER TABLE public.orders_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_shortclosing (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    by_buyer boolean NOT NULL,
    reason character varying(400) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by character varying(24) NOT NULL,
    answer character varying(1000) NOT NULL,
    answered_at timestamp with time zone,
    answered_by character varying(24) NOT NULL,
    price_before_minor bigint,
    price_after_minor bigint,
    returned_minor bigint NOT NULL,
    currency character varying(3) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    supplier_id bigint NOT NULL
);
ALTER TABLE public.orders_shortclosing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_shortclosing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_signature (
    id bigint NOT NULL,
    person character varying(24) NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(10) NOT NULL,
    contract_hash character varying(64) NOT NULL,
    address inet,
    signed_at timestamp with time zone NOT NULL,
    buyer_id bigint NOT NULL,
    company_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    supplier_id bigint NOT NULL
);
ALTER TABLE public.orders_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_termsinforce (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    fee_basis_points integer NOT NULL,
    pay_days smallint NOT NULL,
    inspection_days smallint NOT NULL,
    claim_days smallint NOT NULL,
    source character varying(300) NOT NULL,
    CONSTRAINT orders_termsinforce_claim_days_check CHECK ((claim_days >= 0)),
    CONSTRAINT orders_termsinforce_fee_basis_points_check CHECK ((fee_basis_points >= 0)),
    CONSTRAINT orders_termsinforce_inspection_days_check CHECK ((inspection_days >= 0)),
    CONSTRAINT orders_termsinforce_pay_days_check CHECK ((pay_days >= 0)),
    CONSTRAINT terms_fee_sane CHECK ((fee_basis_points <= 3000))
);
ALTER TABLE public.orders_termsinforce ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_termsinforce_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.orders_tolerance (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    amount_minor bigint NOT NULL,
    valid_from date NOT NULL,
    source character varying(300) NOT NULL
);
ALTER TABLE public.orders_tolerance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.orders_tolerance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_paper (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(24) NOT NULL,
    subject character varying(24) NOT NULL,
    within character varying(24) NOT NULL,
    number character varying(40) NOT NULL,
    version smallint NOT NULL,
    language character varying(2) NOT NULL,
    file character varying(24) NOT NULL,
    file_name character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    data jsonb NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT papers_paper_size_check CHECK ((size >= 0)),
    CONSTRAINT papers_paper_version_check CHECK ((version >= 0))
);
ALTER TABLE public.papers_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_prospect (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    town character varying(80) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    invited_by character varying(24) NOT NULL,
    partner_id bigint NOT NULL
);
ALTER TABLE public.partners_prospect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_prospect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pavilion (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    slug character varying(40) NOT NULL,
    country character varying(2) NOT NULL,
    texts jsonb NOT NULL,
    regions jsonb NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by character varying(40) NOT NULL,
    cover character varying(20) NOT NULL,
    featured character varying(80)[] NOT NULL
);
ALTER TABLE public.pavilion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pavilion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.places_place (
    code character varying(5) NOT NULL,
    name character varying(200) NOT NULL,
    plain_name character varying(200) NOT NULL,
    subdivision character varying(10) NOT NULL,
    functions character varying(12) NOT NULL,
    coordinates character varying(16) NOT NULL,
    edition character varying(20) NOT NULL,
    id bigint NOT NULL,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL
);
ALTER TABLE public.places_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.places_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.readiness_mark (
    id bigint NOT NULL,
    requirement character varying(40) NOT NULL,
    state character varying(12) NOT NULL,
    note character varying(300) NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    marked_by character varying(24) NOT NULL,
    withdrawn_at timestamp with time zone,
    withdrawn_by character varying(24) NOT NULL,
    evidence_id bigint,
    product_id bigint NOT NULL,
    CONSTRAINT readiness_mark_says_why CHECK ((NOT ((evidence_id IS NULL) AND ((note)::text = ''::text))))
);
ALTER TABLE public.readiness_mark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.readiness_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.readiness_task (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    requirement character varying(40) NOT NULL,
    version smallint NOT NULL,
    kind character varying(16) NOT NULL,
    side character varying(8) NOT NULL,
    names jsonb NOT NULL,
    texts jsonb NOT NULL,
    source character varying(300) NOT NULL,
    address character varying(300) NOT NULL,
    retrieved_on date,
    due_on date,
    note character varying(300) NOT NULL,
    file character varying(24) NOT NULL,
    done_at timestamp with time zone,
    done_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT readiness_task_position_check CHECK (("position" >= 0)),
    CONSTRAINT readiness_task_version_check CHECK ((version >= 0)),
    CONSTRAINT task_done_shows_why CHECK (((done_at IS NULL) OR (NOT (((file)::text = ''::text) AND ((note)::text = ''::text)))))
);
ALTER TABLE public.readiness_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.readiness_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_import (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    files jsonb NOT NULL,
    source character varying(200) NOT NULL,
    retrieved_on date NOT NULL,
    in_force_on date NOT NULL,
    state character varying(20) NOT NULL,
    step character varying(20) NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    stamp character varying(64) NOT NULL,
    report jsonb NOT NULL,
    lines_file character varying(20) NOT NULL,
    refusals jsonb NOT NULL,
    loads jsonb NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by character varying(120) NOT NULL,
    checked_at timestamp with time zone,
    approved_at timestamp with time zone,
    approved_by character varying(120) NOT NULL,
    applied_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_by character varying(120) NOT NULL,
    undone_at timestamp with time zone,
    undone_by character varying(120) NOT NULL,
    CONSTRAINT reference_import_done_check CHECK ((done >= 0)),
    CONSTRAINT reference_import_total_check CHECK ((total >= 0))
);
ALTER TABLE public.reference_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reference_load (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    "table" character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    rows integer NOT NULL,
    touches jsonb NOT NULL,
    state character varying(20) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    loaded_by character varying(120) NOT NULL,
    undone_at timestamp with time zone,
    undone_by character varying(120) NOT NULL,
    CONSTRAINT reference_load_rows_check CHECK ((rows >= 0))
);
ALTER TABLE public.reference_load ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reference_load_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.requirement (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    version smallint NOT NULL,
    destination character varying(2) NOT NULL,
    hs text NOT NULL,
    except_hs text NOT NULL,
    modes character varying(20) NOT NULL,
    kind character varying(16) NOT NULL,
    side character varying(8) NOT NULL,
    anchor character varying(8) NOT NULL,
    days_before smallint NOT NULL,
    names jsonb NOT NULL,
    texts jsonb NOT NULL,
    schemes character varying(120) NOT NULL,
    source character varying(300) NOT NULL,
    address character varying(300) NOT NULL,
    retrieved_on date,
    valid_from date,
    valid_until date,
    entered_at timestamp with time zone NOT NULL,
    entered_by character varying(40) NOT NULL,
    load character varying(120) NOT NULL,
    CONSTRAINT requirement_anchor CHECK (((anchor)::text = ANY (ARRAY[('shipped'::character varying)::text, ('arrived'::character varying)::text]))),
    CONSTRAINT requirement_days_before_check CHECK ((days_before >= 0)),
    CONSTRAINT requirement_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_from IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT requirement_kind CHECK (((kind)::text = ANY (ARRAY[('registration'::character varying)::text, ('certificate'::character varying)::text, ('label'::character varying)::text, ('filing'::character varying)::text, ('packing'::character varying)::text, ('document'::character varying)::text]))),
    CONSTRAINT requirement_side CHECK (((side)::text = ANY (ARRAY[('supplier'::character varying)::text, ('buyer'::character varying)::text]))),
    CONSTRAINT requirement_version_check CHECK ((version >= 0))
);
ALTER TABLE public.requirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.saved_product (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    product character varying(20) NOT NULL,
    title character varying(200) NOT NULL,
    note character varying(500) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by character varying(40) NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.saved_product ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.saved_product_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.saved_search (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    query character varying(1000) NOT NULL,
    language character varying(2) NOT NULL,
    market character varying(5) NOT NULL,
    alert character varying(20) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by character varying(40) NOT NULL,
    told_at timestamp with time zone,
    person_id bigint NOT NULL
);
ALTER TABLE public.saved_search ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.saved_search_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipments_container (
    id bigint NOT NULL,
    number character varying(11) NOT NULL,
    type character varying(4) NOT NULL,
    seal character varying(30) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    shipment_id bigint NOT NULL
);
ALTER TABLE public.shipments_container ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipments_container_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipments_package (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    count integer NOT NULL,
    type character varying(2) NOT NULL,
    marks character varying(120) NOT NULL,
    length_cm numeric(7,1),
    width_cm numeric(7,1),
    height_cm numeric(7,1),
    net_kg numeric(12,3),
    gross_kg numeric(12,3) NOT NULL,
    volume_m3 numeric(12,3),
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    shipment_id bigint NOT NULL,
    CONSTRAINT package_net_in_gross CHECK (((net_kg IS NULL) OR ((net_kg > (0)::numeric) AND (net_kg <= gross_kg)))),
    CONSTRAINT package_some CHECK (((count >= 1) AND (gross_kg > (0)::numeric))),
    CONSTRAINT shipments_package_count_check CHECK ((count >= 0)),
    CONSTRAINT shipments_package_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.shipments_package ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipments_package_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipments_shipment (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    state character varying(20) NOT NULL,
    mode character varying(8) NOT NULL,
    carrier character varying(80) NOT NULL,
    vessel character varying(80) NOT NULL,
    voyage character varying(30) NOT NULL,
    port_from character varying(5) NOT NULL,
    port_to character varying(5) NOT NULL,
    invoice_number character varying(40) NOT NULL,
    invoiced_on date NOT NULL,
    bl_number character varying(40) NOT NULL,
    bl_release character varying(8) NOT NULL,
    bl_originals smallint NOT NULL,
    shipper character varying(200) NOT NULL,
    consignee character varying(200) NOT NULL,
    notify character varying(200) NOT NULL,
    on_board_on date,
    freight_collect boolean NOT NULL,
    originals_held_by character varying(80) NOT NULL,
    dum_number character varying(40) NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    prepared_by character varying(24) NOT NULL,
    shipped_at timestamp with time zone,
    shipped_by character varying(24) NOT NULL,
    arrived_at timestamp with time zone,
    delivered_at timestamp with time zone,
    delivered_by character varying(24) NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT shipment_in_order CHECK (((delivered_at IS NULL) OR (delivered_at >= shipped_at))),
    CONSTRAINT shipments_shipment_bl_originals_check CHECK ((bl_originals >= 0)),
    CONSTRAINT shipments_shipment_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.shipments_shipment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipments_shipment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipments_shipmentevent (
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    code character varying(4) NOT NULL,
    classifier character varying(3) NOT NULL,
    happens_at timestamp with time zone NOT NULL,
    place character varying(80) NOT NULL,
    equipment character varying(11) NOT NULL,
    raw jsonb NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    shipment_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT shipment_event_classifier CHECK (((classifier)::text = ANY (ARRAY[('PLN'::character varying)::text, ('EST'::character varying)::text, ('ACT'::character varying)::text])))
);
ALTER TABLE public.shipments_shipmentevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipments_shipmentevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.shipments_shipmentline (
    id bigint NOT NULL,
    quantity numeric(18,4) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    order_line_id bigint NOT NULL,
    shipment_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT shipment_line_positive CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.shipments_shipmentline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.shipments_shipmentline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_costalert (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    version smallint NOT NULL,
    cause character varying(24) NOT NULL,
    currency character varying(3) NOT NULL,
    difference numeric(18,2) NOT NULL,
    changes jsonb NOT NULL,
    arrival jsonb NOT NULL,
    arrival_on date,
    found_at timestamp with time zone NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    quotation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT sourcing_costalert_version_check CHECK ((version >= 0))
);
ALTER TABLE public.sourcing_costalert ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_costalert_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_counteroffer (
    id bigint NOT NULL,
    version smallint NOT NULL,
    unit_price numeric(18,6),
    quantity numeric(18,4),
    words text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    quotation_id bigint NOT NULL,
    CONSTRAINT sourcing_counteroffer_version_check CHECK ((version >= 0))
);
ALTER TABLE public.sourcing_counteroffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_counteroffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_holder (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    licence character varying(200) NOT NULL,
    country character varying(2) NOT NULL,
    fictional boolean NOT NULL,
    named_at timestamp with time zone NOT NULL,
    named_by character varying(24) NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(24) NOT NULL,
    operator_id bigint NOT NULL
);
ALTER TABLE public.sourcing_holder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_holder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_inquiry (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    quantity numeric(18,4) NOT NULL,
    unit character varying(3) NOT NULL,
    destination character varying(5) NOT NULL,
    conversation character varying(24) NOT NULL,
    state character varying(20) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by character varying(24) NOT NULL,
    answered_at timestamp with time zone,
    closed_at timestamp with time zone,
    closed_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    product_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT inquiry_between_two CHECK ((NOT (buyer_id = supplier_id))),
    CONSTRAINT inquiry_quantity_positive CHECK ((quantity > (0)::numeric))
);
ALTER TABLE public.sourcing_inquiry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_inquiry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_quotation (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    version smallint NOT NULL,
    valid_until date NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by character varying(24) NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying(24) NOT NULL,
    decline_reason character varying(400) NOT NULL,
    buyer_id bigint NOT NULL,
    inquiry_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT sourcing_quotation_version_check CHECK ((version >= 0))
);
ALTER TABLE public.sourcing_quotation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_quotation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_quotationline (
    id bigint NOT NULL,
    version smallint NOT NULL,
    "position" smallint NOT NULL,
    description character varying(200) NOT NULL,
    quantity numeric(18,4) NOT NULL,
    unit character varying(3) NOT NULL,
    unit_price numeric(18,6) NOT NULL,
    amount_minor bigint NOT NULL,
    hs6 character varying(6) NOT NULL,
    origin character varying(2) NOT NULL,
    net_kg numeric(14,4),
    buyer_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    product_id bigint,
    quotation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT quotation_line_positive CHECK (((quantity > (0)::numeric) AND (unit_price > (0)::numeric))),
    CONSTRAINT sourcing_quotationline_position_check CHECK (("position" >= 0)),
    CONSTRAINT sourcing_quotationline_version_check CHECK ((version >= 0))
);
ALTER TABLE public.sourcing_quotationline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_quotationline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sourcing_quotationversion (
    id bigint NOT NULL,
    version smallint NOT NULL,
    incoterm character varying(3) NOT NULL,
    place_name character varying(80) NOT NULL,
    place_code character varying(5) NOT NULL,
    currency character varying(3) NOT NULL,
    total_minor bigint NOT NULL,
    valid_until date NOT NULL,
    lead_days smallint NOT NULL,
    payment_route character varying(8) NOT NULL,
    milestones jsonb NOT NULL,
    cargo jsonb NOT NULL,
    notes text NOT NULL,
    estimate jsonb,
    sent_at timestamp with time zone NOT NULL,
    sent_by character varying(24) NOT NULL,
    buyer_id bigint NOT NULL,
    inspector_id bigint,
    operator_id bigint NOT NULL,
    quotation_id bigint NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT quotation_total_positive CHECK ((total_minor > 0)),
    CONSTRAINT sourcing_quotationversion_lead_days_check CHECK ((lead_days >= 0)),
    CONSTRAINT sourcing_quotationversion_version_check CHECK ((version >= 0))
);
ALTER TABLE public.sourcing_quotationversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sourcing_quotationversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.stored_file (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    owner bigint,
    name character varying(120) NOT NULL,
    media_type character varying(80) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    state character varying(8) NOT NULL,
    refusal character varying(40) NOT NULL,
    key_id character varying(16) NOT NULL,
    variants jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_by character varying(40) NOT NULL,
    CONSTRAINT stored_file_not_empty CHECK ((size > 0)),
    CONSTRAINT stored_file_refused_why CHECK (((NOT ((state)::text = 'REFUSED'::text)) OR (NOT ((refusal)::text = ''::text))))
);
ALTER TABLE public.stored_file ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.stored_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.supplier_front (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    named character varying(80)[] NOT NULL,
    keys character varying(80)[] NOT NULL,
    tags character varying(60)[] NOT NULL,
    card jsonb NOT NULL,
    weight double precision NOT NULL,
    products integer NOT NULL,
    checked_on date NOT NULL,
    supplier_id bigint NOT NULL,
    CONSTRAINT supplier_front_products_check CHECK ((products >= 0))
);
ALTER TABLE public.supplier_front ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.supplier_front_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tariffs_edition (
    id bigint NOT NULL,
    number bigint NOT NULL
);
ALTER TABLE public.tariffs_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tariffs_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tariffs_group_member (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    verified_until date,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    destination character varying(2) NOT NULL,
    "group" character varying(8) NOT NULL,
    country character varying(2) NOT NULL,
    brought_by character varying(40) NOT NULL
);
ALTER TABLE public.tariffs_group_member ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tariffs_group_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tariffs_heading (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    verified_until date,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    brought_by character varying(40) NOT NULL,
    version character varying(8) NOT NULL,
    hs character varying(6) NOT NULL,
    section character varying(6) NOT NULL,
    description text NOT NULL
);
ALTER TABLE public.tariffs_heading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tariffs_heading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tariffs_listed_code (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    verified_until date,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    list_name character varying(60) NOT NULL,
    hs character varying(10) NOT NULL,
    condition text NOT NULL,
    brought_by character varying(40) NOT NULL
);
ALTER TABLE public.tariffs_listed_code ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tariffs_listed_code_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tariffs_measure (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    verified_until date,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    destination character varying(2) NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying(60) NOT NULL,
    heading character varying(20) NOT NULL,
    hs character varying(10) NOT NULL,
    origin character varying(8) NOT NULL,
    agreement character varying(16) NOT NULL,
    rate text NOT NULL,
    currency character varying(3) NOT NULL,
    minimum numeric(14,4),
    maximum numeric(14,4),
    basis character varying(40) NOT NULL,
    applies character varying(40) NOT NULL,
    covered_list character varying(200) NOT NULL,
    exempt_lists character varying(300) NOT NULL,
    gives_way_to character varying(300) NOT NULL,
    laden_before date,
    entered_before date,
    seasons character varying(100) NOT NULL,
    human text NOT NULL,
    after_end character varying(8) NOT NULL,
    certainty character varying(12) NOT NULL,
    recoverable character varying(4) NOT NULL,
    status text NOT NULL,
    description text NOT NULL,
    brought_by character varying(40) NOT NULL
);
ALTER TABLE public.tariffs_measure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tariffs_measure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tariffs_regime (
    id bigint NOT NULL,
    valid_from date,
    valid_until date,
    source text NOT NULL,
    retrieved_on date,
    verified_until date,
    load character varying(40) NOT NULL,
    superseded_by character varying(40) NOT NULL,
    destination character varying(2) NOT NULL,
    territory character varying(2) NOT NULL,
    currency character varying(3) NOT NULL,
    valuation character varying(20) NOT NULL,
    value_step numeric(8,2) NOT NULL,
    formal_above numeric(12,2),
    code_lengths character varying(20) NOT NULL,
    layer_origins character varying(60) NOT NULL,
    layers_since date,
    brought_by character varying(40) NOT NULL,
    exact_days smallint,
    CONSTRAINT tariffs_regime_exact_days_check CHECK ((exact_days >= 0))
);
ALTER TABLE public.tariffs_regime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.tariffs_regime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.transfer (
    id bigint NOT NULL,
    currency character varying(3) NOT NULL,
    amount_minor bigint NOT NULL,
    kind character varying(40) NOT NULL,
    cause character varying(40) NOT NULL,
    about character varying(40) NOT NULL,
    phase character varying(6) NOT NULL,
    by character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    credit_id bigint NOT NULL,
    debit_id bigint NOT NULL,
    pending_id bigint,
    reverses_id bigint,
    CONSTRAINT transfer_amount_positive CHECK ((amount_minor > 0)),
    CONSTRAINT transfer_between_two CHECK ((NOT (debit_id = credit_id))),
    CONSTRAINT transfer_phase_fits CHECK ((((pending_id IS NULL) AND ((phase)::text = ANY (ARRAY[('DONE'::character varying)::text, ('HELD'::character varying)::text]))) OR ((pending_id IS NOT NULL) AND ((phase)::text = ANY (ARRAY[('POSTED'::character varying)::text, ('VOIDED'::character varying)::text]))))),
    CONSTRAINT transfer_reversal_is_done CHECK (((reverses_id IS NULL) OR ((phase)::text = 'DONE'::text)))
);
ALTER TABLE public.transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.treasury_entry (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    "position" integer NOT NULL,
    bank_reference character varying(70) NOT NULL,
    incoming boolean NOT NULL,
    amount_minor bigint NOT NULL,
    currency character varying(3) NOT NULL,
    booked_on date NOT NULL,
    value_on date,
    end_to_end character varying(35) NOT NULL,
    remittance text NOT NULL,
    party character varying(140) NOT NULL,
    party_account character varying(40) NOT NULL,
    returned character varying(35) NOT NULL,
    state character varying(20) NOT NULL,
    why character varying(10) NOT NULL,
    milestone character varying(24) NOT NULL,
    payout character varying(24) NOT NULL,
    assigned_at timestamp with time zone,
    assigned_by character varying(24) NOT NULL,
    note character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    confirmed_id bigint,
    statement_id bigint NOT NULL,
    CONSTRAINT entry_assigned_when_known CHECK ((((assigned_at IS NULL) AND ((state)::text = 'SUSPENSE'::text)) OR ((NOT ((state)::text = 'SUSPENSE'::text)) AND (assigned_at IS NOT NULL)))),
    CONSTRAINT entry_positive CHECK ((amount_minor > 0)),
    CONSTRAINT treasury_entry_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.treasury_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.treasury_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.treasury_paymentfile (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    currency character varying(3) NOT NULL,
    amount_minor bigint NOT NULL,
    payouts_count integer NOT NULL,
    content bytea NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    filed_by character varying(24) NOT NULL,
    account_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    CONSTRAINT treasury_paymentfile_payouts_count_check CHECK ((payouts_count >= 0))
);
ALTER TABLE public.treasury_paymentfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.treasury_paymentfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.treasury_payout (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    purpose character varying(10) NOT NULL,
    currency character varying(3) NOT NULL,
    amount_minor bigint NOT NULL,
    state character varying(20) NOT NULL,
    reason character varying(300) NOT NULL,
    built_at timestamp with time zone NOT NULL,
    built_by character varying(24) NOT NULL,
    approved_at timestamp with time zone,
    approved_by character varying(24) NOT NULL,
    filed_at timestamp with time zone,
    filed_by character varying(24) NOT NULL,
    booked_at timestamp with time zone,
    booked_by character varying(24) NOT NULL,
    booked_on date,
    rejected_at timestamp with time zone,
    rejected_by character varying(24) NOT NULL,
    returned_at timestamp with time zone,
    returned_by character varying(24) NOT NULL,
    account_id bigint,
    file_id bigint,
    operator_id bigint NOT NULL,
    paid_from_id bigint NOT NULL,
    payee_id bigint,
    rejection_asked_at timestamp with time zone,
    rejection_asked_by character varying(24) NOT NULL,
    sender jsonb NOT NULL,
    CONSTRAINT payout_in_order CHECK (((NOT ((state)::text = ANY (ARRAY[('FILED'::character varying)::text, ('BOOKED'::character varying)::text, ('RETURNED'::character varying)::text]))) OR ((approved_at IS NOT NULL) AND (file_id IS NOT NULL) AND (filed_at IS NOT NULL)))),
    CONSTRAINT payout_positive CHECK ((amount_minor > 0)),
    CONSTRAINT payout_rejection_two_people CHECK ((((rejected_by)::text = ''::text) OR ((rejection_asked_by)::text = ''::text) OR (NOT ((rejected_by)::text = (rejection_asked_by)::text)))),
    CONSTRAINT payout_to_somebody CHECK ((((account_id IS NOT NULL) AND (payee_id IS NOT NULL) AND (sender = '{}'::jsonb)) OR ((account_id IS NULL) AND (payee_id IS NULL) AND ((purpose)::text = 'sender'::text) AND (NOT (sender = '{}'::jsonb))))),
    CONSTRAINT payout_two_people CHECK (((approved_at IS NULL) OR (NOT ((approved_by)::text = (built_by)::text))))
);
ALTER TABLE public.treasury_payout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.treasury_payout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.treasury_payoutitem (
    id bigint NOT NULL,
    kind character varying(40) NOT NULL,
    cause character varying(40) NOT NULL,
    milestone character varying(40) NOT NULL,
    "order" character varying(24) NOT NULL,
    amount_minor bigint NOT NULL,
    live boolean NOT NULL,
    operator_id bigint NOT NULL,
    payee_id bigint,
    payout_id bigint NOT NULL,
    transfer_id bigint NOT NULL,
    CONSTRAINT payout_item_positive CHECK ((amount_minor > 0))
);
ALTER TABLE public.treasury_payoutitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.treasury_payoutitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.treasury_statement (
    id bigint NOT NULL,
    reference character varying(20) NOT NULL,
    format character varying(20) NOT NULL,
    bank_reference character varying(35) NOT NULL,
    sequence character varying(20) NOT NULL,
    digest character varying(64) NOT NULL,
    file character varying(24) NOT NULL,
    currency character varying(3) NOT NULL,
    opening_minor bigint,
    closing_minor bigint,
    movement_minor bigint NOT NULL,
    number integer,
    from_on date,
    until_on date,
    entries_count integer NOT NULL,
    known_count integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    imported_by character varying(24) NOT NULL,
    account_id bigint NOT NULL,
    operator_id bigint NOT NULL,
    CONSTRAINT statement_adds_up CHECK ((((closing_minor IS NULL) AND (number IS NULL) AND (opening_minor IS NULL)) OR ((closing_minor = (opening_minor + movement_minor)) AND (number IS NOT NULL)))),
    CONSTRAINT treasury_statement_entries_count_check CHECK ((entries_count >= 0)),
    CONSTRAINT treasury_statement_known_count_check CHECK ((known_count >= 0)),
    CONSTRAINT treasury_statement_number_check CHECK ((number >= 0))
);
ALTER TABLE public.treasury_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.treasury_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.unread (
    id bigint NOT NULL,
    reader character varying(40) NOT NULL,
    event_id bigint NOT NULL,
    error character varying(500) NOT NULL,
    set_aside_at timestamp with time zone,
    tries smallint NOT NULL,
    CONSTRAINT unread_tries_check CHECK ((tries >= 0))
);
ALTER TABLE public.unread ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.unread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_currency UNIQUE (id, currency);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_once UNIQUE (kind, owner, currency);
ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT attachment_once UNIQUE (message_id, file);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_billcost
    ADD CONSTRAINT bill_cost_once UNIQUE (bill_id, "position");
ALTER TABLE ONLY public.catalogue_billmaterial
    ADD CONSTRAINT bill_material_once UNIQUE (bill_id, "position");
ALTER TABLE ONLY public.cache
    ADD CONSTRAINT cache_pkey PRIMARY KEY (cache_key);
ALTER TABLE ONLY public.catalogue_billcost
    ADD CONSTRAINT catalogue_billcost_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_billmaterial
    ADD CONSTRAINT catalogue_billmaterial_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_billofmaterials
    ADD CONSTRAINT catalogue_billofmaterials_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_billofmaterials
    ADD CONSTRAINT catalogue_billofmaterials_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.catalogue_billuse
    ADD CONSTRAINT catalogue_billuse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_billuse
    ADD CONSTRAINT catalogue_billuse_product_id_key UNIQUE (product_id);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_hsheading
    ADD CONSTRAINT catalogue_hsheading_code_key UNIQUE (code);
ALTER TABLE ONLY public.catalogue_hsheading
    ADD CONSTRAINT catalogue_hsheading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_origindeclaration
    ADD CONSTRAINT catalogue_origindeclaration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_origindeclaration
    ADD CONSTRAINT catalogue_origindeclaration_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.catalogue_photo
    ADD CONSTRAINT catalogue_photo_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_pricebreak
    ADD CONSTRAINT catalogue_pricebreak_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_pricelist
    ADD CONSTRAINT catalogue_pricelist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.catalogue_productcertificate
    ADD CONSTRAINT catalogue_productcertificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productorigin
    ADD CONSTRAINT catalogue_productorigin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productpreference
    ADD CONSTRAINT catalogue_productpreference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_producttext
    ADD CONSTRAINT catalogue_producttext_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_storefront
    ADD CONSTRAINT catalogue_storefront_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_storefront
    ADD CONSTRAINT catalogue_storefront_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.catalogue_storefront
    ADD CONSTRAINT catalogue_storefront_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_storefront
    ADD CONSTRAINT catalogue_storefront_supplier_id_key UNIQUE (supplier_id);
ALTER TABLE ONLY public.catalogue_tariffcode
    ADD CONSTRAINT catalogue_tariffcode_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.collection
    ADD CONSTRAINT collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.collection
    ADD CONSTRAINT collection_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.collection
    ADD CONSTRAINT collection_slug_once UNIQUE (pavilion_id, slug);
ALTER TABLE ONLY public.command_outcome
    ADD CONSTRAINT command_outcome_once UNIQUE (person, command, key);
ALTER TABLE ONLY public.command_outcome
    ADD CONSTRAINT command_outcome_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_bankaccount
    ADD CONSTRAINT companies_bankaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_bankaccount
    ADD CONSTRAINT companies_bankaccount_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.companies_company
    ADD CONSTRAINT companies_company_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_company
    ADD CONSTRAINT companies_company_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.companies_company
    ADD CONSTRAINT companies_company_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.companies_evidence
    ADD CONSTRAINT companies_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_evidence
    ADD CONSTRAINT companies_evidence_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.companies_invitation
    ADD CONSTRAINT companies_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_invitation
    ADD CONSTRAINT companies_invitation_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.companies_mandate
    ADD CONSTRAINT companies_mandate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_mandate
    ADD CONSTRAINT companies_mandate_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.companies_member
    ADD CONSTRAINT companies_member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_person
    ADD CONSTRAINT companies_person_email_key UNIQUE (email);
ALTER TABLE ONLY public.companies_person
    ADD CONSTRAINT companies_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.companies_person
    ADD CONSTRAINT companies_person_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT container_once UNIQUE (shipment_id, number);
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversation_once UNIQUE (subject, buyer_id, supplier_id);
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversation_parties UNIQUE (id, buyer_id, supplier_id, operator_id);
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT conversations_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversations_conversation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversations_conversation_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_message_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT cost_alert_once UNIQUE (quotation_id, version, cause);
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT counter_offer_once UNIQUE (quotation_id, version);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT entry_position_once UNIQUE (statement_id, "position");
ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.freight_charge
    ADD CONSTRAINT freight_charge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.freight_edition
    ADD CONSTRAINT freight_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.freight_rate_card
    ADD CONSTRAINT freight_rate_card_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fx_edition
    ADD CONSTRAINT fx_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fx_rate
    ADD CONSTRAINT fx_rate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT inquiry_parties UNIQUE (id, buyer_id, supplier_id, operator_id);
ALTER TABLE ONLY public.listing
    ADD CONSTRAINT listing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.listing
    ADD CONSTRAINT listing_product_key UNIQUE (product);
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT message_number_once UNIQUE (conversation_id, number);
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT message_parties UNIQUE (id, buyer_id, supplier_id, operator_id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT milestone_position_once UNIQUE (order_id, "position");
ALTER TABLE ONLY public.mission
    ADD CONSTRAINT mission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mission
    ADD CONSTRAINT mission_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notice_once UNIQUE (person_id, company_id, unread_id);
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notifications_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notifications_notice_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__quotation_id_key UNIQUE (quotation_id);
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT order_line_once UNIQUE (order_id, "position");
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order_parties UNIQUE (id, buyer_id, supplier_id, operator_id);
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionreport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionreport_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_creditor_reference_key UNIQUE (creditor_reference);
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_termsinforce
    ADD CONSTRAINT orders_termsinforce_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_termsinforce
    ADD CONSTRAINT orders_termsinforce_valid_from_key UNIQUE (valid_from);
ALTER TABLE ONLY public.orders_tolerance
    ADD CONSTRAINT orders_tolerance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT package_once UNIQUE (shipment_id, "position");
ALTER TABLE ONLY public.papers_paper
    ADD CONSTRAINT paper_version_once UNIQUE (subject, kind, number, version);
ALTER TABLE ONLY public.papers_paper
    ADD CONSTRAINT papers_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_paper
    ADD CONSTRAINT papers_paper_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.partners_prospect
    ADD CONSTRAINT partners_prospect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_prospect
    ADD CONSTRAINT partners_prospect_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.pavilion
    ADD CONSTRAINT pavilion_country_key UNIQUE (country);
ALTER TABLE ONLY public.pavilion
    ADD CONSTRAINT pavilion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pavilion
    ADD CONSTRAINT pavilion_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.pavilion
    ADD CONSTRAINT pavilion_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT payout_item_once UNIQUE (payout_id, transfer_id);
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT payout_parties UNIQUE (id, operator_id, payee_id);
ALTER TABLE ONLY public.catalogue_photo
    ADD CONSTRAINT photo_file_once UNIQUE (product_id, file);
ALTER TABLE ONLY public.places_place
    ADD CONSTRAINT places_place_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_pricebreak
    ADD CONSTRAINT price_break_price_once UNIQUE (price_list_id, unit_price);
ALTER TABLE ONLY public.catalogue_pricebreak
    ADD CONSTRAINT price_break_quantity_once UNIQUE (price_list_id, min_quantity);
ALTER TABLE ONLY public.catalogue_pricelist
    ADD CONSTRAINT price_list_position_once UNIQUE (product_id, "position");
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_productcertificate
    ADD CONSTRAINT product_certificate_once UNIQUE (product_id, evidence_id);
ALTER TABLE ONLY public.catalogue_productorigin
    ADD CONSTRAINT product_origin_once UNIQUE (product_id, agreement);
ALTER TABLE ONLY public.catalogue_productpreference
    ADD CONSTRAINT product_preference_once UNIQUE (product_id, agreement);
ALTER TABLE ONLY public.catalogue_producttext
    ADD CONSTRAINT product_text_once UNIQUE (product_id, language);
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT quotation_line_once UNIQUE (quotation_id, version, "position");
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT quotation_parties UNIQUE (id, buyer_id, supplier_id, operator_id);
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT quotation_version_once UNIQUE (quotation_id, version);
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT read_mark_once UNIQUE (conversation_id, company_id, person);
ALTER TABLE ONLY public.readiness_mark
    ADD CONSTRAINT readiness_mark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.reference_import
    ADD CONSTRAINT reference_import_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_import
    ADD CONSTRAINT reference_import_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.reference_load
    ADD CONSTRAINT reference_load_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reference_load
    ADD CONSTRAINT reference_load_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT requirement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT requirement_version_once UNIQUE (code, version);
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT review_once UNIQUE (order_id, author_id);
ALTER TABLE ONLY public.saved_product
    ADD CONSTRAINT saved_product_once UNIQUE (person_id, product);
ALTER TABLE ONLY public.saved_product
    ADD CONSTRAINT saved_product_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.saved_product
    ADD CONSTRAINT saved_product_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_once UNIQUE (person_id, query, market);
ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipment_line_once UNIQUE (shipment_id, order_line_id);
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipment_parties UNIQUE (id, buyer_id, supplier_id, operator_id);
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipment_position_once UNIQUE (order_id, "position");
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT shipments_container_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT shipments_package_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.shipments_shipmentevent
    ADD CONSTRAINT shipments_shipmentevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT signature_once UNIQUE (order_id, company_id, contract_hash);
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT sourcing_counteroffer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_holder
    ADD CONSTRAINT sourcing_holder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_holder
    ADD CONSTRAINT sourcing_holder_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT sourcing_inquiry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT sourcing_inquiry_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT statement_chain UNIQUE (account_id, number);
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT statement_once UNIQUE (account_id, digest);
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT statement_parties UNIQUE (id, operator_id, account_id);
ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT stored_file_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT stored_file_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.supplier_front
    ADD CONSTRAINT supplier_front_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.supplier_front
    ADD CONSTRAINT supplier_front_supplier_id_key UNIQUE (supplier_id);
ALTER TABLE ONLY public.catalogue_tariffcode
    ADD CONSTRAINT tariff_code_once UNIQUE (product_id, destination);
ALTER TABLE ONLY public.tariffs_edition
    ADD CONSTRAINT tariffs_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tariffs_group_member
    ADD CONSTRAINT tariffs_group_member_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tariffs_heading
    ADD CONSTRAINT tariffs_heading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tariffs_listed_code
    ADD CONSTRAINT tariffs_listed_code_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tariffs_measure
    ADD CONSTRAINT tariffs_measure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tariffs_regime
    ADD CONSTRAINT tariffs_regime_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT task_once UNIQUE (order_id, requirement);
ALTER TABLE ONLY public.orders_tolerance
    ADD CONSTRAINT tolerance_once_a_day UNIQUE (currency, valid_from);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_ends_a_hold_once UNIQUE (pending_id);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_once_per_cause UNIQUE (cause, kind);
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.treasury_paymentfile
    ADD CONSTRAINT treasury_paymentfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_paymentfile
    ADD CONSTRAINT treasury_paymentfile_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT treasury_payoutitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT treasury_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT treasury_statement_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.unread
    ADD CONSTRAINT unread_once UNIQUE (reader, event_id);
ALTER TABLE ONLY public.unread
    ADD CONSTRAINT unread_pkey PRIMARY KEY (id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX agreement_agency_id_2cd6d2e0 ON public.agreement USING btree (agency_id);
CREATE INDEX agreement_by_country ON public.agreement USING btree (country, state);
CREATE INDEX agreement_operator_id_a8cca841 ON public.agreement USING btree (operator_id);
CREATE INDEX agreement_reference_0111ceb5_like ON public.agreement USING btree (reference varchar_pattern_ops);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE UNIQUE INDEX bank_account_once ON public.companies_bankaccount USING btree (company_id, number, currency) WHERE (retired_at IS NULL);
CREATE INDEX bill_due ON public.catalogue_billofmaterials USING btree (valid_until) WHERE (retired_at IS NULL);
CREATE INDEX bill_of_supplier ON public.catalogue_billofmaterials USING btree (supplier_id, changed_at DESC);
CREATE INDEX cache_expires ON public.cache USING btree (expires);
CREATE INDEX catalogue_billcost_bill_id_e9f93634 ON public.catalogue_billcost USING btree (bill_id);
CREATE INDEX catalogue_billmaterial_bill_id_7f3188fb ON public.catalogue_billmaterial USING btree (bill_id);
CREATE INDEX catalogue_billmaterial_evidence_id_a8c21e1f ON public.catalogue_billmaterial USING btree (evidence_id);
CREATE INDEX catalogue_billofmaterials_reference_8620cd96_like ON public.catalogue_billofmaterials USING btree (reference varchar_pattern_ops);
CREATE INDEX catalogue_billofmaterials_supplier_id_04e8fe91 ON public.catalogue_billofmaterials USING btree (supplier_id);
CREATE INDEX catalogue_billuse_bill_id_e7ffb539 ON public.catalogue_billuse USING btree (bill_id);
CREATE INDEX catalogue_category_code_98f4a4fa_like ON public.catalogue_category USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_category_heading_id_c3b5a1f8 ON public.catalogue_category USING btree (heading_id);
CREATE INDEX catalogue_category_parent_id_4479cbbf ON public.catalogue_category USING btree (parent_id);
CREATE INDEX catalogue_category_sector_94735158 ON public.catalogue_category USING btree (sector);
CREATE INDEX catalogue_category_sector_94735158_like ON public.catalogue_category USING btree (sector varchar_pattern_ops);
CREATE INDEX catalogue_hsheading_code_420ddaa3_like ON public.catalogue_hsheading USING btree (code varchar_pattern_ops);
CREATE INDEX catalogue_origindeclaration_bill_id_46e7382b ON public.catalogue_origindeclaration USING btree (bill_id);
CREATE INDEX catalogue_origindeclaration_product_id_3406de7a ON public.catalogue_origindeclaration USING btree (product_id);
CREATE INDEX catalogue_origindeclaration_reference_7b4cc3cd_like ON public.catalogue_origindeclaration USING btree (reference varchar_pattern_ops);
CREATE INDEX catalogue_origindeclaration_supplier_id_235811cf ON public.catalogue_origindeclaration USING btree (supplier_id);
CREATE INDEX catalogue_photo_product_id_c0f33acd ON public.catalogue_photo USING btree (product_id);
CREATE INDEX catalogue_pricebreak_price_list_id_d6722aa0 ON public.catalogue_pricebreak USING btree (price_list_id);
CREATE INDEX catalogue_pricelist_product_id_2fac8eb4 ON public.catalogue_pricelist USING btree (product_id);
CREATE INDEX catalogue_product_category_id_d8eb7fb2 ON public.catalogue_product USING btree (category_id);
CREATE INDEX catalogue_product_reference_8102eef9_like ON public.catalogue_product USING btree (reference varchar_pattern_ops);
CREATE INDEX catalogue_product_supplier_id_37351710 ON public.catalogue_product USING btree (supplier_id);
CREATE INDEX catalogue_productcertificate_evidence_id_f97bc544 ON public.catalogue_productcertificate USING btree (evidence_id);
CREATE INDEX catalogue_productcertificate_product_id_120c5e69 ON public.catalogue_productcertificate USING btree (product_id);
CREATE INDEX catalogue_productorigin_product_id_75ca9eed ON public.catalogue_productorigin USING btree (product_id);
CREATE INDEX catalogue_productpreference_product_id_fb901e23 ON public.catalogue_productpreference USING btree (product_id);
CREATE INDEX catalogue_producttext_product_id_be98cd50 ON public.catalogue_producttext USING btree (product_id);
CREATE INDEX catalogue_storefront_reference_f95621fe_like ON public.catalogue_storefront USING btree (reference varchar_pattern_ops);
CREATE INDEX catalogue_storefront_slug_2427446b_like ON public.catalogue_storefront USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_tariffcode_product_id_10beb026 ON public.catalogue_tariffcode USING btree (product_id);
CREATE UNIQUE INDEX claim_open_once ON public.orders_claim USING btree (milestone_id) WHERE ((state)::text = 'OPEN'::text);
CREATE INDEX collection_agency_id_8774ebcd ON public.collection USING btree (agency_id);
CREATE INDEX collection_pavilion_id_36802c59 ON public.collection USING btree (pavilion_id);
CREATE INDEX collection_reference_7b821337_like ON public.collection USING btree (reference varchar_pattern_ops);
CREATE INDEX collection_slug_62c57943 ON public.collection USING btree (slug);
CREATE INDEX collection_slug_62c57943_like ON public.collection USING btree (slug varchar_pattern_ops);
CREATE INDEX command_outcome_at_48b95243 ON public.command_outcome USING btree (at);
CREATE INDEX companies_bankaccount_company_id_fd5daf23 ON public.companies_bankaccount USING btree (company_id);
CREATE INDEX companies_bankaccount_reference_ad9f9e20_like ON public.companies_bankaccount USING btree (reference varchar_pattern_ops);
CREATE INDEX companies_company_reference_b6452bb9_like ON public.companies_company USING btree (reference varchar_pattern_ops);
CREATE INDEX companies_company_slug_cddc66aa_like ON public.companies_company USING btree (slug varchar_pattern_ops);
CREATE INDEX companies_evidence_company_id_cd038ec3 ON public.companies_evidence USING btree (company_id);
CREATE INDEX companies_evidence_issuer_company_id_1cbd156f ON public.companies_evidence USING btree (issuer_company_id);
CREATE INDEX companies_evidence_reference_ef7e4c4d_like ON public.companies_evidence USING btree (reference varchar_pattern_ops);
CREATE INDEX companies_invitation_company_id_5fd600aa ON public.companies_invitation USING btree (company_id);
CREATE INDEX companies_invitation_reference_f10eff9e_like ON public.companies_invitation USING btree (reference varchar_pattern_ops);
CREATE INDEX companies_mandate_partner_id_9279f27b ON public.companies_mandate USING btree (partner_id);
CREATE INDEX companies_mandate_reference_8d9947e8_like ON public.companies_mandate USING btree (reference varchar_pattern_ops);
CREATE INDEX companies_mandate_supplier_id_8a20072b ON public.companies_mandate USING btree (supplier_id);
CREATE INDEX companies_member_company_id_2ed9fdce ON public.companies_member USING btree (company_id);
CREATE INDEX companies_member_person_id_2bf3cfa5 ON public.companies_member USING btree (person_id);
CREATE INDEX companies_person_email_ba1f56e7_like ON public.companies_person USING btree (email varchar_pattern_ops);
CREATE INDEX companies_person_reference_e9d3f39c_like ON public.companies_person USING btree (reference varchar_pattern_ops);
CREATE INDEX company_by_region ON public.companies_company USING btree (country, region);
CREATE INDEX conversation_of_buyer ON public.conversations_conversation USING btree (buyer_id, last_at DESC);
CREATE INDEX conversation_of_supplier ON public.conversations_conversation USING btree (supplier_id, last_at DESC);
CREATE INDEX conversations_attachment_buyer_id_3b7fba8f ON public.conversations_attachment USING btree (buyer_id);
CREATE INDEX conversations_attachment_message_id_9179b1e8 ON public.conversations_attachment USING btree (message_id);
CREATE INDEX conversations_attachment_operator_id_4640b9e1 ON public.conversations_attachment USING btree (operator_id);
CREATE INDEX conversations_attachment_supplier_id_9549a8cd ON public.conversations_attachment USING btree (supplier_id);
CREATE INDEX conversations_conversation_buyer_id_b7b25558 ON public.conversations_conversation USING btree (buyer_id);
CREATE INDEX conversations_conversation_operator_id_ef8921db ON public.conversations_conversation USING btree (operator_id);
CREATE INDEX conversations_conversation_reference_0356c905_like ON public.conversations_conversation USING btree (reference varchar_pattern_ops);
CREATE INDEX conversations_conversation_supplier_id_f2cc7b8c ON public.conversations_conversation USING btree (supplier_id);
CREATE INDEX conversations_message_author_id_3d2a10d9 ON public.conversations_message USING btree (author_id);
CREATE INDEX conversations_message_buyer_id_63113647 ON public.conversations_message USING btree (buyer_id);
CREATE INDEX conversations_message_conversation_id_f1a2d5e9 ON public.conversations_message USING btree (conversation_id);
CREATE INDEX conversations_message_operator_id_75f95496 ON public.conversations_message USING btree (operator_id);
CREATE INDEX conversations_message_reference_afd548f2_like ON public.conversations_message USING btree (reference varchar_pattern_ops);
CREATE INDEX conversations_message_supplier_id_c70ccd67 ON public.conversations_message USING btree (supplier_id);
CREATE INDEX conversations_readmark_buyer_id_25e1a651 ON public.conversations_readmark USING btree (buyer_id);
CREATE INDEX conversations_readmark_company_id_17d646b2 ON public.conversations_readmark USING btree (company_id);
CREATE INDEX conversations_readmark_conversation_id_05bbc5e7 ON public.conversations_readmark USING btree (conversation_id);
CREATE INDEX conversations_readmark_operator_id_aa741270 ON public.conversations_readmark USING btree (operator_id);
CREATE INDEX conversations_readmark_supplier_id_cffca6b5 ON public.conversations_readmark USING btree (supplier_id);
CREATE INDEX cost_alert_newest ON public.sourcing_costalert USING btree (quotation_id, found_at DESC);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE UNIQUE INDEX entry_booked_once ON public.treasury_entry USING btree (account_id, bank_reference) WHERE (NOT ((bank_reference)::text = ''::text));
CREATE INDEX entry_of_milestone ON public.treasury_entry USING btree (milestone) WHERE (NOT ((milestone)::text = ''::text));
CREATE INDEX entry_waiting ON public.treasury_entry USING btree (operator_id, booked_on) WHERE ((state)::text = 'SUSPENSE'::text);
CREATE INDEX event_parties ON public.event USING gin (parties);
CREATE INDEX event_subject_4dee58c7 ON public.event USING btree (subject);
CREATE INDEX event_subject_4dee58c7_like ON public.event USING btree (subject varchar_pattern_ops);
CREATE INDEX event_within_f32144_idx ON public.event USING btree (within, at);
CREATE INDEX evidence_of_company ON public.companies_evidence USING btree (company_id, kind, state);
CREATE UNIQUE INDEX evidence_once_per_cause ON public.companies_evidence USING btree (company_id, kind, cause) WHERE (NOT ((cause)::text = ''::text));
CREATE INDEX freight_rate_card_lane ON public.freight_rate_card USING btree (origin, destination, mode);
CREATE INDEX fx_rate_latest ON public.fx_rate USING btree (currency, "on" DESC);
CREATE UNIQUE INDEX fx_rate_once ON public.fx_rate USING btree (source, base, currency, "on") WHERE ((superseded_by)::text = ''::text);
CREATE UNIQUE INDEX holder_one_at_a_time ON public.sourcing_holder USING btree (operator_id) WHERE (ended_at IS NULL);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX inquiry_of_buyer ON public.sourcing_inquiry USING btree (buyer_id, state, asked_at DESC);
CREATE INDEX inquiry_of_supplier ON public.sourcing_inquiry USING btree (supplier_id, state, asked_at DESC);
CREATE UNIQUE INDEX inspection_passes_once ON public.orders_inspectionreport USING btree (order_id) WHERE passed;
CREATE UNIQUE INDEX invitation_open_once_per_address ON public.companies_invitation USING btree (company_id, lower((email)::text)) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX listing_category_place ON public.listing USING btree (category, place DESC, id);
CREATE INDEX listing_checked_on_c15e530a ON public.listing USING btree (checked_on);
CREATE INDEX listing_heading ON public.listing USING btree (heading, id);
CREATE INDEX listing_newest ON public.listing USING btree (published_at DESC, id);
CREATE INDEX listing_place ON public.listing USING btree (place DESC, id);
CREATE INDEX listing_product_8111fdcf_like ON public.listing USING btree (product varchar_pattern_ops);
CREATE INDEX listing_region_place ON public.listing USING btree (region, place DESC, id);
CREATE INDEX listing_sector_place ON public.listing USING btree (sector, place DESC, id);
CREATE INDEX listing_supplier ON public.listing USING btree (supplier_id, weight DESC, id);
CREATE INDEX listing_supplier_id_9a8c413c ON public.listing USING btree (supplier_id);
CREATE UNIQUE INDEX mandate_in_force_once ON public.companies_mandate USING btree (partner_id, supplier_id) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX member_once_per_company ON public.companies_member USING btree (person_id, company_id) WHERE (left_at IS NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX milestone_due ON public.orders_milestone USING btree (state, due_on);
CREATE INDEX mission_agency_id_163cec53 ON public.mission USING btree (agency_id);
CREATE INDEX mission_pavilion_id_74bdb46a ON public.mission USING btree (pavilion_id);
CREATE INDEX mission_reference_a71ffaa8_like ON public.mission USING btree (reference varchar_pattern_ops);
CREATE INDEX notice_inbox ON public.notifications_notice USING btree (person_id, happened_at DESC);
CREATE INDEX notice_unread ON public.notifications_notice USING btree (person_id) WHERE (read_at IS NULL);
CREATE INDEX notifications_notice_company_id_873cf47e ON public.notifications_notice USING btree (company_id);
CREATE INDEX notifications_notice_person_id_d7ad3aad ON public.notifications_notice USING btree (person_id);
CREATE INDEX notifications_notice_reference_cc48729e_like ON public.notifications_notice USING btree (reference varchar_pattern_ops);
CREATE INDEX order__buyer_id_72f54a3a ON public.order_ USING btree (buyer_id);
CREATE INDEX order__delivered_at_4cbd3c65 ON public.order_ USING btree (delivered_at);
CREATE INDEX order__holder_id_034ad3c0 ON public.order_ USING btree (holder_id);
CREATE INDEX order__inspector_id_28f259f8 ON public.order_ USING btree (inspector_id);
CREATE INDEX order__operator_id_7cb6f7ed ON public.order_ USING btree (operator_id);
CREATE INDEX order__partner_id_2eb22d2b ON public.order_ USING btree (partner_id);
CREATE INDEX order__product_id_d925f7ee ON public.order_ USING btree (product_id);
CREATE INDEX order__reference_c71e77ea_like ON public.order_ USING btree (reference varchar_pattern_ops);
CREATE INDEX order__supplier_id_92cace63 ON public.order_ USING btree (supplier_id);
CREATE INDEX order_by_state ON public.order_ USING btree (state);
CREATE INDEX order_of_buyer ON public.order_ USING btree (buyer_id, drafted_at DESC);
CREATE INDEX order_of_supplier ON public.order_ USING btree (supplier_id, drafted_at DESC);
CREATE INDEX orders_claim_buyer_id_f27dca8c ON public.orders_claim USING btree (buyer_id);
CREATE INDEX orders_claim_milestone_id_1abb3cf2 ON public.orders_claim USING btree (milestone_id);
CREATE INDEX orders_claim_operator_id_f3e3d624 ON public.orders_claim USING btree (operator_id);
CREATE INDEX orders_claim_order_id_23c9435e ON public.orders_claim USING btree (order_id);
CREATE INDEX orders_claim_reference_885c821a_like ON public.orders_claim USING btree (reference varchar_pattern_ops);
CREATE INDEX orders_claim_supplier_id_24ee64cb ON public.orders_claim USING btree (supplier_id);
CREATE INDEX orders_inspectionreport_buyer_id_40ef2906 ON public.orders_inspectionreport USING btree (buyer_id);
CREATE INDEX orders_inspectionreport_inspector_id_5a245b02 ON public.orders_inspectionreport USING btree (inspector_id);
CREATE INDEX orders_inspectionreport_operator_id_ed1dd6ef ON public.orders_inspectionreport USING btree (operator_id);
CREATE INDEX orders_inspectionreport_order_id_9bc0272f ON public.orders_inspectionreport USING btree (order_id);
CREATE INDEX orders_inspectionreport_reference_ecac6862_like ON public.orders_inspectionreport USING btree (reference varchar_pattern_ops);
CREATE INDEX orders_inspectionreport_supplier_id_0484c76a ON public.orders_inspectionreport USING btree (supplier_id);
CREATE INDEX orders_milestone_buyer_id_210d3625 ON public.orders_milestone USING btree (buyer_id);
CREATE INDEX orders_milestone_creditor_reference_8e5d82eb_like ON public.orders_milestone USING btree (creditor_reference varchar_pattern_ops);
CREATE INDEX orders_milestone_operator_id_dba9552c ON public.orders_milestone USING btree (operator_id);
CREATE INDEX orders_milestone_order_id_cc29d5e4 ON public.orders_milestone USING btree (order_id);
CREATE INDEX orders_milestone_reference_55f80cc6_like ON public.orders_milestone USING btree (reference varchar_pattern_ops);
CREATE INDEX orders_milestone_supplier_id_0e849cdd ON public.orders_milestone USING btree (supplier_id);
CREATE INDEX orders_orderline_buyer_id_1876a3e9 ON public.orders_orderline USING btree (buyer_id);
CREATE INDEX orders_orderline_operator_id_bc1b4c94 ON public.orders_orderline USING btree (operator_id);
CREATE INDEX orders_orderline_order_id_17f8f3ef ON public.orders_orderline USING btree (order_id);
CREATE INDEX orders_orderline_product_id_a68772b6 ON public.orders_orderline USING btree (product_id);
CREATE INDEX orders_orderline_supplier_id_61473a3a ON public.orders_orderline USING btree (supplier_id);
CREATE INDEX orders_release_buyer_id_fd15bace ON public.orders_release USING btree (buyer_id);
CREATE INDEX orders_release_milestone_id_313fbe0d ON public.orders_release USING btree (milestone_id);
CREATE INDEX orders_release_operator_id_9f6582c9 ON public.orders_release USING btree (operator_id);
CREATE INDEX orders_release_order_id_661d1d38 ON public.orders_release USING btree (order_id);
CREATE INDEX orders_release_reference_517bf1f7_like ON public.orders_release USING btree (reference varchar_pattern_ops);
CREATE INDEX orders_release_supplier_id_55920d5b ON public.orders_release USING btree (supplier_id);
CREATE INDEX orders_review_about_id_b1d87a9b ON public.orders_review USING btree (about_id);
CREATE INDEX orders_review_author_id_8cb7f022 ON public.orders_review USING btree (author_id);
CREATE INDEX orders_review_buyer_id_a868c5bb ON public.orders_review USING btree (buyer_id);
CREATE INDEX orders_review_operator_id_b2446759 ON public.orders_review USING btree (operator_id);
CREATE INDEX orders_review_order_id_aec09156 ON public.orders_review USING btree (order_id);
CREATE INDEX orders_review_product_id_fcb3225d ON public.orders_review USING btree (product_id);
CREATE INDEX orders_review_reference_c89043e7_like ON public.orders_review USING btree (reference varchar_pattern_ops);
CREATE INDEX orders_review_supplier_id_535ff110 ON public.orders_review USING btree (supplier_id);
CREATE INDEX orders_shortclosing_buyer_id_6bf8d56e ON public.orders_shortclosing USING btree (buyer_id);
CREATE INDEX orders_shortclosing_operator_id_31b7cc1f ON public.orders_shortclosing USING btree (operator_id);
CREATE INDEX orders_shortclosing_order_id_7364bae5 ON public.orders_shortclosing USING btree (order_id);
CREATE INDEX orders_shortclosing_reference_7c999249_like ON public.orders_shortclosing USING btree (reference varchar_pattern_ops);
CREATE INDEX orders_shortclosing_supplier_id_19a013f1 ON public.orders_shortclosing USING btree (supplier_id);
CREATE INDEX orders_signature_buyer_id_b3ba2d9f ON public.orders_signature USING btree (buyer_id);
CREATE INDEX orders_signature_company_id_d47f41ff ON public.orders_signature USING btree (company_id);
CREATE INDEX orders_signature_operator_id_5d7d2dc8 ON public.orders_signature USING btree (operator_id);
CREATE INDEX orders_signature_order_id_74a1fa75 ON public.orders_signature USING btree (order_id);
CREATE INDEX orders_signature_supplier_id_6cac8fc1 ON public.orders_signature USING btree (supplier_id);
CREATE UNIQUE INDEX origin_declared_once ON public.catalogue_origindeclaration USING btree (product_id, agreement) WHERE (withdrawn_at IS NULL);
CREATE INDEX papers_paper_buyer_id_866abca3 ON public.papers_paper USING btree (buyer_id);
CREATE INDEX papers_paper_operator_id_702ad1e5 ON public.papers_paper USING btree (operator_id);
CREATE INDEX papers_paper_reference_a96f82b4_like ON public.papers_paper USING btree (reference varchar_pattern_ops);
CREATE INDEX papers_paper_supplier_id_7a0552b1 ON public.papers_paper USING btree (supplier_id);
CREATE INDEX papers_paper_within_c8700c75 ON public.papers_paper USING btree (within);
CREATE INDEX papers_paper_within_c8700c75_like ON public.papers_paper USING btree (within varchar_pattern_ops);
CREATE INDEX partners_prospect_partner_id_1f4a1df9 ON public.partners_prospect USING btree (partner_id);
CREATE INDEX partners_prospect_reference_c3fff32f_like ON public.partners_prospect USING btree (reference varchar_pattern_ops);
CREATE INDEX pavilion_country_84acab1d_like ON public.pavilion USING btree (country varchar_pattern_ops);
CREATE INDEX pavilion_reference_d77699d3_like ON public.pavilion USING btree (reference varchar_pattern_ops);
CREATE INDEX pavilion_slug_cb639941_like ON public.pavilion USING btree (slug varchar_pattern_ops);
CREATE INDEX payout_by_state ON public.treasury_payout USING btree (operator_id, state);
CREATE UNIQUE INDEX payout_item_live_once ON public.treasury_payoutitem USING btree (transfer_id) WHERE live;
CREATE INDEX payout_of_payee ON public.treasury_payout USING btree (payee_id, built_at DESC);
CREATE UNIQUE INDEX person_email_once ON public.companies_person USING btree (lower((email)::text));
CREATE INDEX photo_by_file ON public.catalogue_photo USING btree (file);
CREATE INDEX places_place_code_1c415a63_like ON public.places_place USING btree (code varchar_pattern_ops);
CREATE UNIQUE INDEX places_place_once ON public.places_place USING btree (code) WHERE ((superseded_by)::text = ''::text);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX product_by_category ON public.catalogue_product USING btree (state, category_id);
CREATE INDEX product_of_supplier ON public.catalogue_product USING btree (supplier_id, state, changed_at DESC);
CREATE UNIQUE INDEX product_sku_once ON public.catalogue_product USING btree (supplier_id, sku) WHERE (NOT ((sku)::text = ''::text));
CREATE UNIQUE INDEX prospect_once ON public.partners_prospect USING btree (partner_id, lower((email)::text));
CREATE UNIQUE INDEX quotation_accepted_once ON public.sourcing_quotation USING btree (inquiry_id) WHERE ((state)::text = 'ACCEPTED'::text);
CREATE INDEX quotation_due ON public.sourcing_quotation USING btree (state, valid_until);
CREATE UNIQUE INDEX quotation_live_once ON public.sourcing_quotation USING btree (inquiry_id) WHERE ((state)::text = ANY (ARRAY[('SENT'::character varying)::text, ('COUNTERED'::character varying)::text]));
CREATE INDEX readiness_mark_evidence_id_c39cb5d7 ON public.readiness_mark USING btree (evidence_id);
CREATE UNIQUE INDEX readiness_mark_once ON public.readiness_mark USING btree (product_id, requirement) WHERE (withdrawn_at IS NULL);
CREATE INDEX readiness_mark_product_id_0f620bf7 ON public.readiness_mark USING btree (product_id);
CREATE INDEX readiness_task_buyer_id_9a911096 ON public.readiness_task USING btree (buyer_id);
CREATE INDEX readiness_task_operator_id_5626acc7 ON public.readiness_task USING btree (operator_id);
CREATE INDEX readiness_task_order_id_c6cbaa09 ON public.readiness_task USING btree (order_id);
CREATE INDEX readiness_task_reference_b035a9b6_like ON public.readiness_task USING btree (reference varchar_pattern_ops);
CREATE INDEX readiness_task_supplier_id_22e9614a ON public.readiness_task USING btree (supplier_id);
CREATE INDEX reference_import_latest ON public.reference_import USING btree (proposed_at DESC);
CREATE INDEX reference_import_reference_ad35be2f_like ON public.reference_import USING btree (reference varchar_pattern_ops);
CREATE UNIQUE INDEX reference_load_once ON public.reference_load USING btree ("table", sha256) WHERE ((state)::text = 'APPROVED'::text);
CREATE INDEX reference_load_reference_9314203b_like ON public.reference_load USING btree (reference varchar_pattern_ops);
CREATE UNIQUE INDEX refund_once ON public.orders_release USING btree (milestone_id, cause) WHERE ((kind)::text = 'refund'::text);
CREATE UNIQUE INDEX release_once ON public.orders_release USING btree (milestone_id) WHERE ((kind)::text = 'release'::text);
CREATE INDEX review_of_company ON public.orders_review USING btree (about_id, state, written_at DESC);
CREATE INDEX saved_product_person_id_69ee2d52 ON public.saved_product USING btree (person_id);
CREATE INDEX saved_product_reference_b5615799_like ON public.saved_product USING btree (reference varchar_pattern_ops);
CREATE INDEX saved_search_person_id_b88b36b9 ON public.saved_search USING btree (person_id);
CREATE INDEX saved_search_reference_6ea8d680_like ON public.saved_search USING btree (reference varchar_pattern_ops);
CREATE UNIQUE INDEX shipment_invoice_once ON public.shipments_shipment USING btree (supplier_id, invoice_number) WHERE (NOT ((state)::text = 'CANCELLED'::text));
CREATE INDEX shipments_container_buyer_id_91e8cdd2 ON public.shipments_container USING btree (buyer_id);
CREATE INDEX shipments_container_operator_id_6cbaf243 ON public.shipments_container USING btree (operator_id);
CREATE INDEX shipments_container_shipment_id_3efe6800 ON public.shipments_container USING btree (shipment_id);
CREATE INDEX shipments_container_supplier_id_cdb70a82 ON public.shipments_container USING btree (supplier_id);
CREATE INDEX shipments_package_buyer_id_fdca723e ON public.shipments_package USING btree (buyer_id);
CREATE INDEX shipments_package_operator_id_011dc5bf ON public.shipments_package USING btree (operator_id);
CREATE INDEX shipments_package_shipment_id_12f07b15 ON public.shipments_package USING btree (shipment_id);
CREATE INDEX shipments_package_supplier_id_591f3990 ON public.shipments_package USING btree (supplier_id);
CREATE INDEX shipments_shipment_buyer_id_99a5b243 ON public.shipments_shipment USING btree (buyer_id);
CREATE INDEX shipments_shipment_operator_id_83d46fe8 ON public.shipments_shipment USING btree (operator_id);
CREATE INDEX shipments_shipment_order_id_3ac56642 ON public.shipments_shipment USING btree (order_id);
CREATE INDEX shipments_shipment_reference_2124e446_like ON public.shipments_shipment USING btree (reference varchar_pattern_ops);
CREATE INDEX shipments_shipment_supplier_id_31f72967 ON public.shipments_shipment USING btree (supplier_id);
CREATE INDEX shipments_shipmentevent_buyer_id_3c054f86 ON public.shipments_shipmentevent USING btree (buyer_id);
CREATE INDEX shipments_shipmentevent_operator_id_16114500 ON public.shipments_shipmentevent USING btree (operator_id);
CREATE INDEX shipments_shipmentevent_shipment_id_3d620a9d ON public.shipments_shipmentevent USING btree (shipment_id);
CREATE INDEX shipments_shipmentevent_supplier_id_41c9c96d ON public.shipments_shipmentevent USING btree (supplier_id);
CREATE INDEX shipments_shipmentline_buyer_id_1b290776 ON public.shipments_shipmentline USING btree (buyer_id);
CREATE INDEX shipments_shipmentline_operator_id_47faad6c ON public.shipments_shipmentline USING btree (operator_id);
CREATE INDEX shipments_shipmentline_order_line_id_fcec1a1e ON public.shipments_shipmentline USING btree (order_line_id);
CREATE INDEX shipments_shipmentline_shipment_id_45f5a45a ON public.shipments_shipmentline USING btree (shipment_id);
CREATE INDEX shipments_shipmentline_supplier_id_155205d7 ON public.shipments_shipmentline USING btree (supplier_id);
CREATE UNIQUE INDEX short_open_once ON public.orders_shortclosing USING btree (order_id) WHERE ((state)::text = 'OPEN'::text);
CREATE INDEX sourcing_costalert_buyer_id_3485bf66 ON public.sourcing_costalert USING btree (buyer_id);
CREATE INDEX sourcing_costalert_operator_id_37b27cba ON public.sourcing_costalert USING btree (operator_id);
CREATE INDEX sourcing_costalert_quotation_id_7d5d6137 ON public.sourcing_costalert USING btree (quotation_id);
CREATE INDEX sourcing_costalert_reference_dfd118f6_like ON public.sourcing_costalert USING btree (reference varchar_pattern_ops);
CREATE INDEX sourcing_costalert_supplier_id_ed8ce4dd ON public.sourcing_costalert USING btree (supplier_id);
CREATE INDEX sourcing_counteroffer_buyer_id_afcd2ffa ON public.sourcing_counteroffer USING btree (buyer_id);
CREATE INDEX sourcing_counteroffer_operator_id_7d4d421f ON public.sourcing_counteroffer USING btree (operator_id);
CREATE INDEX sourcing_counteroffer_quotation_id_a0ba38b3 ON public.sourcing_counteroffer USING btree (quotation_id);
CREATE INDEX sourcing_counteroffer_supplier_id_ae8ab9bb ON public.sourcing_counteroffer USING btree (supplier_id);
CREATE INDEX sourcing_holder_operator_id_3adcf2ab ON public.sourcing_holder USING btree (operator_id);
CREATE INDEX sourcing_holder_reference_4ed73986_like ON public.sourcing_holder USING btree (reference varchar_pattern_ops);
CREATE INDEX sourcing_inquiry_buyer_id_deb22ae2 ON public.sourcing_inquiry USING btree (buyer_id);
CREATE INDEX sourcing_inquiry_operator_id_4ca0876a ON public.sourcing_inquiry USING btree (operator_id);
CREATE INDEX sourcing_inquiry_product_id_147cc3bc ON public.sourcing_inquiry USING btree (product_id);
CREATE INDEX sourcing_inquiry_reference_646434eb_like ON public.sourcing_inquiry USING btree (reference varchar_pattern_ops);
CREATE INDEX sourcing_inquiry_supplier_id_d389d811 ON public.sourcing_inquiry USING btree (supplier_id);
CREATE INDEX sourcing_quotation_buyer_id_858938fa ON public.sourcing_quotation USING btree (buyer_id);
CREATE INDEX sourcing_quotation_inquiry_id_dce2372e ON public.sourcing_quotation USING btree (inquiry_id);
CREATE INDEX sourcing_quotation_operator_id_3078f34f ON public.sourcing_quotation USING btree (operator_id);
CREATE INDEX sourcing_quotation_reference_83328616_like ON public.sourcing_quotation USING btree (reference varchar_pattern_ops);
CREATE INDEX sourcing_quotation_supplier_id_b5d2c2dc ON public.sourcing_quotation USING btree (supplier_id);
CREATE INDEX sourcing_quotationline_buyer_id_bd30915d ON public.sourcing_quotationline USING btree (buyer_id);
CREATE INDEX sourcing_quotationline_operator_id_f29e306d ON public.sourcing_quotationline USING btree (operator_id);
CREATE INDEX sourcing_quotationline_product_id_722799c0 ON public.sourcing_quotationline USING btree (product_id);
CREATE INDEX sourcing_quotationline_quotation_id_b343ca75 ON public.sourcing_quotationline USING btree (quotation_id);
CREATE INDEX sourcing_quotationline_supplier_id_5a11d553 ON public.sourcing_quotationline USING btree (supplier_id);
CREATE INDEX sourcing_quotationversion_buyer_id_b0a72575 ON public.sourcing_quotationversion USING btree (buyer_id);
CREATE INDEX sourcing_quotationversion_inspector_id_cb4f6c5e ON public.sourcing_quotationversion USING btree (inspector_id);
CREATE INDEX sourcing_quotationversion_operator_id_3c56e197 ON public.sourcing_quotationversion USING btree (operator_id);
CREATE INDEX sourcing_quotationversion_quotation_id_9b26a7f0 ON public.sourcing_quotationversion USING btree (quotation_id);
CREATE INDEX sourcing_quotationversion_supplier_id_f231310e ON public.sourcing_quotationversion USING btree (supplier_id);
CREATE INDEX stored_file_reference_cacb9103_like ON public.stored_file USING btree (reference varchar_pattern_ops);
CREATE INDEX stored_file_sha256_042761b1 ON public.stored_file USING btree (sha256);
CREATE INDEX stored_file_sha256_042761b1_like ON public.stored_file USING btree (sha256 varchar_pattern_ops);
CREATE INDEX storefront_opened ON public.catalogue_storefront USING btree (opened_at DESC NULLS LAST);
CREATE INDEX supplier_front_browse ON public.supplier_front USING btree (weight DESC, id);
CREATE INDEX supplier_front_checked ON public.supplier_front USING btree (checked_on);
CREATE INDEX supplier_front_keys ON public.supplier_front USING gin (keys);
CREATE INDEX supplier_front_tags ON public.supplier_front USING gin (tags);
CREATE INDEX tariffs_heading_code ON public.tariffs_heading USING btree (hs, version);
CREATE INDEX tariffs_listed_code_code ON public.tariffs_listed_code USING btree (list_name, hs);
CREATE INDEX tariffs_measure_after ON public.tariffs_measure USING btree (superseded_by);
CREATE INDEX tariffs_measure_code ON public.tariffs_measure USING btree (destination, hs);
CREATE INDEX tariffs_measure_load ON public.tariffs_measure USING btree (load);
CREATE INDEX task_open_by_day ON public.readiness_task USING btree (due_on) WHERE (done_at IS NULL);
CREATE INDEX transfer_about ON public.transfer USING btree (about);
CREATE INDEX transfer_credit_id_7bb83f62 ON public.transfer USING btree (credit_id);
CREATE INDEX transfer_debit_id_7e599497 ON public.transfer USING btree (debit_id);
CREATE INDEX transfer_pending_id_b86836d5 ON public.transfer USING btree (pending_id);
CREATE INDEX transfer_reverses_id_89645f0d ON public.transfer USING btree (reverses_id);
CREATE INDEX treasury_entry_account_id_5de0fd5d ON public.treasury_entry USING btree (account_id);
CREATE INDEX treasury_entry_confirmed_id_2125afbf ON public.treasury_entry USING btree (confirmed_id);
CREATE INDEX treasury_entry_operator_id_006065b2 ON public.treasury_entry USING btree (operator_id);
CREATE INDEX treasury_entry_reference_141fa2dd_like ON public.treasury_entry USING btree (reference varchar_pattern_ops);
CREATE INDEX treasury_entry_statement_id_6afe3a60 ON public.treasury_entry USING btree (statement_id);
CREATE INDEX treasury_paymentfile_account_id_3d266f7d ON public.treasury_paymentfile USING btree (account_id);
CREATE INDEX treasury_paymentfile_operator_id_56383b3c ON public.treasury_paymentfile USING btree (operator_id);
CREATE INDEX treasury_paymentfile_reference_5d6e7ad9_like ON public.treasury_paymentfile USING btree (reference varchar_pattern_ops);
CREATE INDEX treasury_payout_account_id_44501bdf ON public.treasury_payout USING btree (account_id);
CREATE INDEX treasury_payout_file_id_cb649fbb ON public.treasury_payout USING btree (file_id);
CREATE INDEX treasury_payout_operator_id_626806ab ON public.treasury_payout USING btree (operator_id);
CREATE INDEX treasury_payout_paid_from_id_07595230 ON public.treasury_payout USING btree (paid_from_id);
CREATE INDEX treasury_payout_payee_id_5e6b99c1 ON public.treasury_payout USING btree (payee_id);
CREATE INDEX treasury_payout_reference_e354d1c5_like ON public.treasury_payout USING btree (reference varchar_pattern_ops);
CREATE INDEX treasury_payoutitem_operator_id_2fd40d9d ON public.treasury_payoutitem USING btree (operator_id);
CREATE INDEX treasury_payoutitem_payee_id_b3bb0c45 ON public.treasury_payoutitem USING btree (payee_id);
CREATE INDEX treasury_payoutitem_payout_id_d99c172f ON public.treasury_payoutitem USING btree (payout_id);
CREATE INDEX treasury_payoutitem_transfer_id_5c36954f ON public.treasury_payoutitem USING btree (transfer_id);
CREATE INDEX treasury_statement_account_id_1be151ab ON public.treasury_statement USING btree (account_id);
CREATE INDEX treasury_statement_operator_id_26c45454 ON public.treasury_statement USING btree (operator_id);
CREATE INDEX treasury_statement_reference_9937edb4_like ON public.treasury_statement USING btree (reference varchar_pattern_ops);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX unread_event_id_7f4c4ea8 ON public.unread USING btree (event_id);
CREATE INDEX unread_set_aside ON public.unread USING btree (reader) WHERE (NOT (set_aside_at IS NULL));
CREATE TRIGGER account_opens_empty BEFORE INSERT ON public.account FOR EACH ROW EXECUTE FUNCTION public.account_opens_empty();
CREATE CONSTRAINT TRIGGER catalogue_prices_fall AFTER INSERT OR UPDATE ON public.catalogue_pricebreak DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.catalogue_prices_fall();
CREATE TRIGGER event_no_change BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION public.event_is_append_only();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION public.event_is_append_only();
CREATE TRIGGER orders_inspectionreport_no_change BEFORE DELETE OR UPDATE ON public.orders_inspectionreport FOR EACH ROW EXECUTE FUNCTION public.orders_inspectionreport_is_append_only();
CREATE TRIGGER orders_inspectionreport_no_truncate BEFORE TRUNCATE ON public.orders_inspectionreport FOR EACH STATEMENT EXECUTE FUNCTION public.orders_inspectionreport_is_append_only();
CREATE TRIGGER orders_release_no_change BEFORE DELETE OR UPDATE ON public.orders_release FOR EACH ROW EXECUTE FUNCTION public.orders_release_is_append_only();
CREATE TRIGGER orders_release_no_truncate BEFORE TRUNCATE ON public.orders_release FOR EACH STATEMENT EXECUTE FUNCTION public.orders_release_is_append_only();
CREATE TRIGGER orders_signature_no_change BEFORE DELETE OR UPDATE ON public.orders_signature FOR EACH ROW EXECUTE FUNCTION public.orders_signature_is_append_only();
CREATE TRIGGER orders_signature_no_truncate BEFORE TRUNCATE ON public.orders_signature FOR EACH STATEMENT EXECUTE FUNCTION public.orders_signature_is_append_only();
CREATE TRIGGER papers_paper_no_change BEFORE DELETE OR UPDATE ON public.papers_paper FOR EACH ROW EXECUTE FUNCTION public.papers_paper_is_append_only();
CREATE TRIGGER papers_paper_no_truncate BEFORE TRUNCATE ON public.papers_paper FOR EACH STATEMENT EXECUTE FUNCTION public.papers_paper_is_append_only();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER release_within_received BEFORE INSERT ON public.orders_release FOR EACH ROW EXECUTE FUNCTION public.release_within_received();
CREATE TRIGGER requirement_no_change BEFORE DELETE OR UPDATE ON public.requirement FOR EACH ROW EXECUTE FUNCTION public.requirement_is_append_only();
CREATE TRIGGER requirement_no_truncate BEFORE TRUNCATE ON public.requirement FOR EACH STATEMENT EXECUTE FUNCTION public.requirement_is_append_only();
CREATE TRIGGER shipments_shipmentevent_no_change BEFORE DELETE OR UPDATE ON public.shipments_shipmentevent FOR EACH ROW EXECUTE FUNCTION public.shipments_shipmentevent_is_append_only();
CREATE TRIGGER shipments_shipmentevent_no_truncate BEFORE TRUNCATE ON public.shipments_shipmentevent FOR EACH STATEMENT EXECUTE FUNCTION public.shipments_shipmentevent_is_append_only();
CREATE TRIGGER sourcing_costalert_no_change BEFORE DELETE OR UPDATE ON public.sourcing_costalert FOR EACH ROW EXECUTE FUNCTION public.sourcing_costalert_is_append_only();
CREATE TRIGGER sourcing_costalert_no_truncate BEFORE TRUNCATE ON public.sourcing_costalert FOR EACH STATEMENT EXECUTE FUNCTION public.sourcing_costalert_is_append_only();
CREATE TRIGGER sourcing_counteroffer_no_change BEFORE DELETE OR UPDATE ON public.sourcing_counteroffer FOR EACH ROW EXECUTE FUNCTION public.sourcing_counteroffer_is_append_only();
CREATE TRIGGER sourcing_counteroffer_no_truncate BEFORE TRUNCATE ON public.sourcing_counteroffer FOR EACH STATEMENT EXECUTE FUNCTION public.sourcing_counteroffer_is_append_only();
CREATE TRIGGER sourcing_quotationline_no_change BEFORE DELETE OR UPDATE ON public.sourcing_quotationline FOR EACH ROW EXECUTE FUNCTION public.sourcing_quotationline_is_append_only();
CREATE TRIGGER sourcing_quotationline_no_truncate BEFORE TRUNCATE ON public.sourcing_quotationline FOR EACH STATEMENT EXECUTE FUNCTION public.sourcing_quotationline_is_append_only();
CREATE TRIGGER sourcing_quotationversion_no_change BEFORE DELETE OR UPDATE ON public.sourcing_quotationversion FOR EACH ROW EXECUTE FUNCTION public.sourcing_quotationversion_is_append_only();
CREATE TRIGGER sourcing_quotationversion_no_truncate BEFORE TRUNCATE ON public.sourcing_quotationversion FOR EACH STATEMENT EXECUTE FUNCTION public.sourcing_quotationversion_is_append_only();
CREATE TRIGGER transfer_is_sound BEFORE INSERT ON public.transfer FOR EACH ROW EXECUTE FUNCTION public.transfer_is_sound();
CREATE TRIGGER transfer_keeps_sums AFTER INSERT ON public.transfer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.transfer_keeps_sums();
CREATE TRIGGER transfer_no_change BEFORE DELETE OR UPDATE ON public.transfer FOR EACH ROW EXECUTE FUNCTION public.transfer_is_append_only();
CREATE TRIGGER transfer_no_truncate BEFORE TRUNCATE ON public.transfer FOR EACH STATEMENT EXECUTE FUNCTION public.transfer_is_append_only();
CREATE TRIGGER treasury_paymentfile_no_change BEFORE DELETE OR UPDATE ON public.treasury_paymentfile FOR EACH ROW EXECUTE FUNCTION public.treasury_paymentfile_is_append_only();
CREATE TRIGGER treasury_paymentfile_no_truncate BEFORE TRUNCATE ON public.treasury_paymentfile FOR EACH STATEMENT EXECUTE FUNCTION public.treasury_paymentfile_is_append_only();
CREATE TRIGGER treasury_statement_no_change BEFORE DELETE OR UPDATE ON public.treasury_statement FOR EACH ROW EXECUTE FUNCTION public.treasury_statement_is_append_only();
CREATE TRIGGER treasury_statement_no_truncate BEFORE TRUNCATE ON public.treasury_statement FOR EACH STATEMENT EXECUTE FUNCTION public.treasury_statement_is_append_only();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_companies_person_id FOREIGN KEY (user_id) REFERENCES public.companies_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_agency_id_2cd6d2e0_fk_companies_company_id FOREIGN KEY (agency_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_operator_id_a8cca841_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_billcost
    ADD CONSTRAINT catalogue_billcost_bill_id_e9f93634_fk_catalogue FOREIGN KEY (bill_id) REFERENCES public.catalogue_billofmaterials(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_billmaterial
    ADD CONSTRAINT catalogue_billmateri_bill_id_7f3188fb_fk_catalogue FOREIGN KEY (bill_id) REFERENCES public.catalogue_billofmaterials(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_billmaterial
    ADD CONSTRAINT catalogue_billmateri_evidence_id_a8c21e1f_fk_companies FOREIGN KEY (evidence_id) REFERENCES public.companies_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_billofmaterials
    ADD CONSTRAINT catalogue_billofmate_supplier_id_04e8fe91_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_billuse
    ADD CONSTRAINT catalogue_billuse_bill_id_e7ffb539_fk_catalogue FOREIGN KEY (bill_id) REFERENCES public.catalogue_billofmaterials(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_billuse
    ADD CONSTRAINT catalogue_billuse_product_id_822c55ce_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_heading_id_c3b5a1f8_fk_catalogue FOREIGN KEY (heading_id) REFERENCES public.catalogue_hsheading(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_category
    ADD CONSTRAINT catalogue_category_parent_id_4479cbbf_fk_catalogue_category_id FOREIGN KEY (parent_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_origindeclaration
    ADD CONSTRAINT catalogue_origindecl_bill_id_46e7382b_fk_catalogue FOREIGN KEY (bill_id) REFERENCES public.catalogue_billofmaterials(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_origindeclaration
    ADD CONSTRAINT catalogue_origindecl_product_id_3406de7a_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_origindeclaration
    ADD CONSTRAINT catalogue_origindecl_supplier_id_235811cf_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_photo
    ADD CONSTRAINT catalogue_photo_product_id_c0f33acd_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_pricebreak
    ADD CONSTRAINT catalogue_pricebreak_price_list_id_d6722aa0_fk_catalogue FOREIGN KEY (price_list_id) REFERENCES public.catalogue_pricelist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_pricelist
    ADD CONSTRAINT catalogue_pricelist_product_id_2fac8eb4_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_category_id_d8eb7fb2_fk_catalogue_category_id FOREIGN KEY (category_id) REFERENCES public.catalogue_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_product
    ADD CONSTRAINT catalogue_product_supplier_id_37351710_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productcertificate
    ADD CONSTRAINT catalogue_productcer_evidence_id_f97bc544_fk_companies FOREIGN KEY (evidence_id) REFERENCES public.companies_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productcertificate
    ADD CONSTRAINT catalogue_productcer_product_id_120c5e69_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productorigin
    ADD CONSTRAINT catalogue_productori_product_id_75ca9eed_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_productpreference
    ADD CONSTRAINT catalogue_productpre_product_id_fb901e23_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_producttext
    ADD CONSTRAINT catalogue_producttex_product_id_be98cd50_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_storefront
    ADD CONSTRAINT catalogue_storefront_supplier_id_93346c2d_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_tariffcode
    ADD CONSTRAINT catalogue_tariffcode_product_id_10beb026_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.collection
    ADD CONSTRAINT collection_agency_id_8774ebcd_fk_companies_company_id FOREIGN KEY (agency_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.collection
    ADD CONSTRAINT collection_pavilion_id_36802c59_fk_pavilion_id FOREIGN KEY (pavilion_id) REFERENCES public.pavilion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_bankaccount
    ADD CONSTRAINT companies_bankaccoun_company_id_fd5daf23_fk_companies FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_evidence
    ADD CONSTRAINT companies_evidence_company_id_cd038ec3_fk_companies_company_id FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_evidence
    ADD CONSTRAINT companies_evidence_issuer_company_id_1cbd156f_fk_companies FOREIGN KEY (issuer_company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_invitation
    ADD CONSTRAINT companies_invitation_company_id_5fd600aa_fk_companies FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_mandate
    ADD CONSTRAINT companies_mandate_partner_id_9279f27b_fk_companies_company_id FOREIGN KEY (partner_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_mandate
    ADD CONSTRAINT companies_mandate_supplier_id_8a20072b_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_member
    ADD CONSTRAINT companies_member_company_id_2ed9fdce_fk_companies_company_id FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.companies_member
    ADD CONSTRAINT companies_member_person_id_2bf3cfa5_fk_companies_person_id FOREIGN KEY (person_id) REFERENCES public.companies_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT conversations_attach_buyer_id_3b7fba8f_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT conversations_attach_message_id_9179b1e8_fk_conversat FOREIGN KEY (message_id) REFERENCES public.conversations_message(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT conversations_attach_operator_id_4640b9e1_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT conversations_attach_supplier_id_9549a8cd_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_attachment
    ADD CONSTRAINT conversations_attachment_same_parties FOREIGN KEY (message_id, buyer_id, supplier_id, operator_id) REFERENCES public.conversations_message(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversations_conver_buyer_id_b7b25558_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversations_conver_operator_id_ef8921db_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_conversation
    ADD CONSTRAINT conversations_conver_supplier_id_f2cc7b8c_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_messag_author_id_3d2a10d9_fk_companies FOREIGN KEY (author_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_messag_conversation_id_f1a2d5e9_fk_conversat FOREIGN KEY (conversation_id) REFERENCES public.conversations_conversation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_messag_operator_id_75f95496_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_messag_supplier_id_c70ccd67_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_message_buyer_id_63113647_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_message
    ADD CONSTRAINT conversations_message_same_parties FOREIGN KEY (conversation_id, buyer_id, supplier_id, operator_id) REFERENCES public.conversations_conversation(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readma_buyer_id_25e1a651_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readma_company_id_17d646b2_fk_companies FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readma_conversation_id_05bbc5e7_fk_conversat FOREIGN KEY (conversation_id) REFERENCES public.conversations_conversation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readma_operator_id_aa741270_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readma_supplier_id_cffca6b5_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.conversations_readmark
    ADD CONSTRAINT conversations_readmark_same_parties FOREIGN KEY (conversation_id, buyer_id, supplier_id, operator_id) REFERENCES public.conversations_conversation(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.listing
    ADD CONSTRAINT listing_supplier_id_9a8c413c_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_companies_person_id FOREIGN KEY (user_id) REFERENCES public.companies_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mission
    ADD CONSTRAINT mission_agency_id_163cec53_fk_companies_company_id FOREIGN KEY (agency_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mission
    ADD CONSTRAINT mission_pavilion_id_74bdb46a_fk_pavilion_id FOREIGN KEY (pavilion_id) REFERENCES public.pavilion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notifications_notice_company_id_873cf47e_fk_companies FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.notifications_notice
    ADD CONSTRAINT notifications_notice_person_id_d7ad3aad_fk_companies_person_id FOREIGN KEY (person_id) REFERENCES public.companies_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__buyer_id_72f54a3a_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__holder_id_034ad3c0_fk_sourcing_holder_id FOREIGN KEY (holder_id) REFERENCES public.sourcing_holder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__inspector_id_28f259f8_fk_companies_company_id FOREIGN KEY (inspector_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__operator_id_7cb6f7ed_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__partner_id_2eb22d2b_fk_companies_company_id FOREIGN KEY (partner_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__product_id_d925f7ee_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__quotation_id_183882b0_fk_sourcing_quotation_id FOREIGN KEY (quotation_id) REFERENCES public.sourcing_quotation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.order_
    ADD CONSTRAINT order__supplier_id_92cace63_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_buyer_id_f27dca8c_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_milestone_id_1abb3cf2_fk_orders_milestone_id FOREIGN KEY (milestone_id) REFERENCES public.orders_milestone(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_operator_id_f3e3d624_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_order_id_23c9435e_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_claim
    ADD CONSTRAINT orders_claim_supplier_id_24ee64cb_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionrep_buyer_id_40ef2906_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionrep_inspector_id_5a245b02_fk_companies FOREIGN KEY (inspector_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionrep_operator_id_ed1dd6ef_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionrep_supplier_id_0484c76a_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionreport_order_id_9bc0272f_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_inspectionreport
    ADD CONSTRAINT orders_inspectionreport_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_buyer_id_210d3625_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_operator_id_dba9552c_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_order_id_cc29d5e4_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_milestone
    ADD CONSTRAINT orders_milestone_supplier_id_0e849cdd_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_buyer_id_1876a3e9_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_operator_id_bc1b4c94_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_order_id_17f8f3ef_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_product_id_a68772b6_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_orderline
    ADD CONSTRAINT orders_orderline_supplier_id_61473a3a_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_buyer_id_fd15bace_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_milestone_id_313fbe0d_fk_orders_milestone_id FOREIGN KEY (milestone_id) REFERENCES public.orders_milestone(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_operator_id_9f6582c9_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_order_id_661d1d38_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_release
    ADD CONSTRAINT orders_release_supplier_id_55920d5b_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_about_id_b1d87a9b_fk_companies_company_id FOREIGN KEY (about_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_author_id_8cb7f022_fk_companies_company_id FOREIGN KEY (author_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_buyer_id_a868c5bb_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_operator_id_b2446759_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_order_id_aec09156_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_product_id_fcb3225d_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_review
    ADD CONSTRAINT orders_review_supplier_id_535ff110_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_buyer_id_6bf8d56e_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_operator_id_31b7cc1f_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_order_id_7364bae5_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_shortclosing
    ADD CONSTRAINT orders_shortclosing_supplier_id_19a013f1_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_buyer_id_b3ba2d9f_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_company_id_d47f41ff_fk_companies_company_id FOREIGN KEY (company_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_operator_id_5d7d2dc8_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_order_id_74a1fa75_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.orders_signature
    ADD CONSTRAINT orders_signature_supplier_id_6cac8fc1_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_paper
    ADD CONSTRAINT papers_paper_buyer_id_866abca3_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_paper
    ADD CONSTRAINT papers_paper_operator_id_702ad1e5_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_paper
    ADD CONSTRAINT papers_paper_supplier_id_7a0552b1_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_prospect
    ADD CONSTRAINT partners_prospect_partner_id_1f4a1df9_fk_companies_company_id FOREIGN KEY (partner_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.readiness_mark
    ADD CONSTRAINT readiness_mark_evidence_id_c39cb5d7_fk_companies_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.companies_evidence(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.readiness_mark
    ADD CONSTRAINT readiness_mark_product_id_0f620bf7_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_buyer_id_9a911096_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_operator_id_5626acc7_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_order_id_c6cbaa09_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.readiness_task
    ADD CONSTRAINT readiness_task_supplier_id_22e9614a_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.saved_product
    ADD CONSTRAINT saved_product_person_id_69ee2d52_fk_companies_person_id FOREIGN KEY (person_id) REFERENCES public.companies_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_person_id_b88b36b9_fk_companies_person_id FOREIGN KEY (person_id) REFERENCES public.companies_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT shipments_container_buyer_id_91e8cdd2_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT shipments_container_operator_id_6cbaf243_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT shipments_container_parties FOREIGN KEY (shipment_id, buyer_id, supplier_id, operator_id) REFERENCES public.shipments_shipment(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT shipments_container_shipment_id_3efe6800_fk_shipments FOREIGN KEY (shipment_id) REFERENCES public.shipments_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_container
    ADD CONSTRAINT shipments_container_supplier_id_cdb70a82_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT shipments_package_buyer_id_fdca723e_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT shipments_package_operator_id_011dc5bf_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT shipments_package_parties FOREIGN KEY (shipment_id, buyer_id, supplier_id, operator_id) REFERENCES public.shipments_shipment(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT shipments_package_shipment_id_12f07b15_fk_shipments_shipment_id FOREIGN KEY (shipment_id) REFERENCES public.shipments_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_package
    ADD CONSTRAINT shipments_package_supplier_id_591f3990_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_buyer_id_99a5b243_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_operator_id_83d46fe8_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_order_id_3ac56642_fk_order__id FOREIGN KEY (order_id) REFERENCES public.order_(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_parties FOREIGN KEY (order_id, buyer_id, supplier_id, operator_id) REFERENCES public.order_(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.shipments_shipment
    ADD CONSTRAINT shipments_shipment_supplier_id_31f72967_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentevent
    ADD CONSTRAINT shipments_shipmentev_buyer_id_3c054f86_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentevent
    ADD CONSTRAINT shipments_shipmentev_operator_id_16114500_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentevent
    ADD CONSTRAINT shipments_shipmentev_shipment_id_3d620a9d_fk_shipments FOREIGN KEY (shipment_id) REFERENCES public.shipments_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentevent
    ADD CONSTRAINT shipments_shipmentev_supplier_id_41c9c96d_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentevent
    ADD CONSTRAINT shipments_shipmentevent_parties FOREIGN KEY (shipment_id, buyer_id, supplier_id, operator_id) REFERENCES public.shipments_shipment(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentli_buyer_id_1b290776_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentli_operator_id_47faad6c_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentli_order_line_id_fcec1a1e_fk_orders_or FOREIGN KEY (order_line_id) REFERENCES public.orders_orderline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentli_shipment_id_45f5a45a_fk_shipments FOREIGN KEY (shipment_id) REFERENCES public.shipments_shipment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentli_supplier_id_155205d7_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.shipments_shipmentline
    ADD CONSTRAINT shipments_shipmentline_parties FOREIGN KEY (shipment_id, buyer_id, supplier_id, operator_id) REFERENCES public.shipments_shipment(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_buyer_id_3485bf66_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_operator_id_37b27cba_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_parties_of_sourcing_quotation FOREIGN KEY (quotation_id, buyer_id, supplier_id, operator_id) REFERENCES public.sourcing_quotation(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_quotation_id_7d5d6137_fk_sourcing_ FOREIGN KEY (quotation_id) REFERENCES public.sourcing_quotation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_costalert
    ADD CONSTRAINT sourcing_costalert_supplier_id_ed8ce4dd_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT sourcing_counteroffe_operator_id_7d4d421f_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT sourcing_counteroffe_quotation_id_a0ba38b3_fk_sourcing_ FOREIGN KEY (quotation_id) REFERENCES public.sourcing_quotation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT sourcing_counteroffe_supplier_id_ae8ab9bb_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT sourcing_counteroffer_buyer_id_afcd2ffa_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_counteroffer
    ADD CONSTRAINT sourcing_counteroffer_parties_of_sourcing_quotation FOREIGN KEY (quotation_id, buyer_id, supplier_id, operator_id) REFERENCES public.sourcing_quotation(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.sourcing_holder
    ADD CONSTRAINT sourcing_holder_operator_id_3adcf2ab_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT sourcing_inquiry_buyer_id_deb22ae2_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT sourcing_inquiry_operator_id_4ca0876a_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT sourcing_inquiry_product_id_147cc3bc_fk_catalogue_product_id FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_inquiry
    ADD CONSTRAINT sourcing_inquiry_supplier_id_d389d811_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_buyer_id_858938fa_fk_companies_company_id FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_inquiry_id_dce2372e_fk_sourcing_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES public.sourcing_inquiry(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_operator_id_3078f34f_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_parties_of_sourcing_inquiry FOREIGN KEY (inquiry_id, buyer_id, supplier_id, operator_id) REFERENCES public.sourcing_inquiry(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.sourcing_quotation
    ADD CONSTRAINT sourcing_quotation_supplier_id_b5d2c2dc_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationli_buyer_id_bd30915d_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationli_operator_id_f29e306d_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationli_product_id_722799c0_fk_catalogue FOREIGN KEY (product_id) REFERENCES public.catalogue_product(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationli_quotation_id_b343ca75_fk_sourcing_ FOREIGN KEY (quotation_id) REFERENCES public.sourcing_quotation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationli_supplier_id_5a11d553_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationline
    ADD CONSTRAINT sourcing_quotationline_parties_of_sourcing_quotation FOREIGN KEY (quotation_id, buyer_id, supplier_id, operator_id) REFERENCES public.sourcing_quotation(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationve_buyer_id_b0a72575_fk_companies FOREIGN KEY (buyer_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationve_inspector_id_cb4f6c5e_fk_companies FOREIGN KEY (inspector_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationve_operator_id_3c56e197_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationve_quotation_id_9b26a7f0_fk_sourcing_ FOREIGN KEY (quotation_id) REFERENCES public.sourcing_quotation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationve_supplier_id_f231310e_fk_companies FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.sourcing_quotationversion
    ADD CONSTRAINT sourcing_quotationversion_parties_of_sourcing_quotation FOREIGN KEY (quotation_id, buyer_id, supplier_id, operator_id) REFERENCES public.sourcing_quotation(id, buyer_id, supplier_id, operator_id) DEFERRABLE;
ALTER TABLE ONLY public.supplier_front
    ADD CONSTRAINT supplier_front_supplier_id_1c0ad95d_fk_companies_company_id FOREIGN KEY (supplier_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_credit_currency FOREIGN KEY (credit_id, currency) REFERENCES public.account(id, currency) DEFERRABLE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_credit_id_7bb83f62_fk_account_id FOREIGN KEY (credit_id) REFERENCES public.account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_debit_currency FOREIGN KEY (debit_id, currency) REFERENCES public.account(id, currency) DEFERRABLE;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_debit_id_7e599497_fk_account_id FOREIGN KEY (debit_id) REFERENCES public.account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_pending_id_b86836d5_fk_transfer_id FOREIGN KEY (pending_id) REFERENCES public.transfer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.transfer
    ADD CONSTRAINT transfer_reverses_id_89645f0d_fk_transfer_id FOREIGN KEY (reverses_id) REFERENCES public.transfer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_account_id_5de0fd5d_fk_companies_bankaccount_id FOREIGN KEY (account_id) REFERENCES public.companies_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_confirmed_id_2125afbf_fk_treasury_statement_id FOREIGN KEY (confirmed_id) REFERENCES public.treasury_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_operator_id_006065b2_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_parties FOREIGN KEY (statement_id, operator_id, account_id) REFERENCES public.treasury_statement(id, operator_id, account_id) DEFERRABLE;
ALTER TABLE ONLY public.treasury_entry
    ADD CONSTRAINT treasury_entry_statement_id_6afe3a60_fk_treasury_statement_id FOREIGN KEY (statement_id) REFERENCES public.treasury_statement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_paymentfile
    ADD CONSTRAINT treasury_paymentfile_account_id_3d266f7d_fk_companies FOREIGN KEY (account_id) REFERENCES public.companies_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_paymentfile
    ADD CONSTRAINT treasury_paymentfile_operator_id_56383b3c_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_account_id_44501bdf_fk_companies_bankaccount_id FOREIGN KEY (account_id) REFERENCES public.companies_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_file_id_cb649fbb_fk_treasury_paymentfile_id FOREIGN KEY (file_id) REFERENCES public.treasury_paymentfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_operator_id_626806ab_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_paid_from_id_07595230_fk_companies FOREIGN KEY (paid_from_id) REFERENCES public.companies_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payout
    ADD CONSTRAINT treasury_payout_payee_id_5e6b99c1_fk_companies_company_id FOREIGN KEY (payee_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT treasury_payoutitem_operator_id_2fd40d9d_fk_companies FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT treasury_payoutitem_parties FOREIGN KEY (payout_id, operator_id, payee_id) REFERENCES public.treasury_payout(id, operator_id, payee_id) DEFERRABLE;
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT treasury_payoutitem_payee_id_b3bb0c45_fk_companies_company_id FOREIGN KEY (payee_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT treasury_payoutitem_payout_id_d99c172f_fk_treasury_payout_id FOREIGN KEY (payout_id) REFERENCES public.treasury_payout(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_payoutitem
    ADD CONSTRAINT treasury_payoutitem_transfer_id_5c36954f_fk_transfer_id FOREIGN KEY (transfer_id) REFERENCES public.transfer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT treasury_statement_account_id_1be151ab_fk_companies FOREIGN KEY (account_id) REFERENCES public.companies_bankaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.treasury_statement
    ADD CONSTRAINT treasury_statement_operator_id_26c45454_fk_companies_company_id FOREIGN KEY (operator_id) REFERENCES public.companies_company(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.unread
    ADD CONSTRAINT unread_event_id_7f4c4ea8_fk_event_id FOREIGN KEY (event_id) REFERENCES public.event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.catalogue_billcost ENABLE ROW LEVEL SECURITY;
CREATE POLICY catalogue_billcost_delete ON public.catalogue_billcost FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billcost.bill_id)))));
CREATE POLICY catalogue_billcost_insert ON public.catalogue_billcost FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billcost.bill_id)))));
CREATE POLICY catalogue_billcost_read ON public.catalogue_billcost FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billcost.bill_id)))));
CREATE POLICY catalogue_billcost_update ON public.catalogue_billcost FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billcost.bill_id))))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billcost.bill_id)))));
ALTER TABLE public.catalogue_billmaterial ENABLE ROW LEVEL SECURITY;
CREATE POLICY catalogue_billmaterial_delete ON public.catalogue_billmaterial FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billmaterial.bill_id)))));
CREATE POLICY catalogue_billmaterial_insert ON public.catalogue_billmaterial FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billmaterial.bill_id)))));
CREATE POLICY catalogue_billmaterial_read ON public.catalogue_billmaterial FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billmaterial.bill_id)))));
CREATE POLICY catalogue_billmaterial_update ON public.catalogue_billmaterial FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billmaterial.bill_id))))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billmaterial.bill_id)))));
ALTER TABLE public.catalogue_billofmaterials ENABLE ROW LEVEL SECURITY;
CREATE POLICY catalogue_billofmaterials_delete ON public.catalogue_billofmaterials FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
CREATE POLICY catalogue_billofmaterials_insert ON public.catalogue_billofmaterials FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
CREATE POLICY catalogue_billofmaterials_read ON public.catalogue_billofmaterials FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
CREATE POLICY catalogue_billofmaterials_update ON public.catalogue_billofmaterials FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
ALTER TABLE public.catalogue_billuse ENABLE ROW LEVEL SECURITY;
CREATE POLICY catalogue_billuse_delete ON public.catalogue_billuse FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billuse.bill_id)))));
CREATE POLICY catalogue_billuse_insert ON public.catalogue_billuse FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billuse.bill_id)))));
CREATE POLICY catalogue_billuse_read ON public.catalogue_billuse FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billuse.bill_id)))));
CREATE POLICY catalogue_billuse_update ON public.catalogue_billuse FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billuse.bill_id))))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR (EXISTS ( SELECT 1
   FROM public.catalogue_billofmaterials above
  WHERE (above.id = catalogue_billuse.bill_id)))));
ALTER TABLE public.catalogue_origindeclaration ENABLE ROW LEVEL SECURITY;
CREATE POLICY catalogue_origindeclaration_delete ON public.catalogue_origindeclaration FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
CREATE POLICY catalogue_origindeclaration_insert ON public.catalogue_origindeclaration FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
CREATE POLICY catalogue_origindeclaration_read ON public.catalogue_origindeclaration FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
CREATE POLICY catalogue_origindeclaration_update ON public.catalogue_origindeclaration FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id)));
ALTER TABLE public.companies_bankaccount ENABLE ROW LEVEL SECURITY;
CREATE POLICY companies_bankaccount_delete ON public.companies_bankaccount FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id)));
CREATE POLICY companies_bankaccount_insert ON public.companies_bankaccount FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id)));
CREATE POLICY companies_bankaccount_read ON public.companies_bankaccount FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id)));
CREATE POLICY companies_bankaccount_update ON public.companies_bankaccount FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id)));
ALTER TABLE public.companies_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY companies_evidence_delete ON public.companies_evidence FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = issuer_company_id)));
CREATE POLICY companies_evidence_insert ON public.companies_evidence FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = issuer_company_id)));
CREATE POLICY companies_evidence_read ON public.companies_evidence FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = issuer_company_id)));
CREATE POLICY companies_evidence_update ON public.companies_evidence FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = issuer_company_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = company_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = issuer_company_id)));
ALTER TABLE public.conversations_attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY conversations_attachment_delete ON public.conversations_attachment FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_attachment_insert ON public.conversations_attachment FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_attachment_read ON public.conversations_attachment FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_attachment_update ON public.conversations_attachment FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.conversations_conversation ENABLE ROW LEVEL SECURITY;
CREATE POLICY conversations_conversation_delete ON public.conversations_conversation FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_conversation_insert ON public.conversations_conversation FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_conversation_read ON public.conversations_conversation FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_conversation_update ON public.conversations_conversation FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.conversations_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY conversations_message_delete ON public.conversations_message FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_message_insert ON public.conversations_message FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_message_read ON public.conversations_message FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_message_update ON public.conversations_message FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.conversations_readmark ENABLE ROW LEVEL SECURITY;
CREATE POLICY conversations_readmark_delete ON public.conversations_readmark FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_readmark_insert ON public.conversations_readmark FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_readmark_read ON public.conversations_readmark FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY conversations_readmark_update ON public.conversations_readmark FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.event ENABLE ROW LEVEL SECURITY;
CREATE POLICY event_delete ON public.event FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = ANY (parties))));
CREATE POLICY event_insert ON public.event FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = ANY (parties))));
CREATE POLICY event_read ON public.event FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = ANY (parties))));
CREATE POLICY event_update ON public.event FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = ANY (parties)))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = ANY (parties))));
ALTER TABLE public.order_ ENABLE ROW LEVEL SECURITY;
CREATE POLICY order__delete ON public.order_ FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
CREATE POLICY order__insert ON public.order_ FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
CREATE POLICY order__read ON public.order_ FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
CREATE POLICY order__update ON public.order_ FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
ALTER TABLE public.orders_claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_claim_delete ON public.orders_claim FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_claim_insert ON public.orders_claim FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_claim_read ON public.orders_claim FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_claim_update ON public.orders_claim FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.orders_inspectionreport ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_inspectionreport_delete ON public.orders_inspectionreport FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
CREATE POLICY orders_inspectionreport_insert ON public.orders_inspectionreport FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
CREATE POLICY orders_inspectionreport_read ON public.orders_inspectionreport FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
CREATE POLICY orders_inspectionreport_update ON public.orders_inspectionreport FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = inspector_id)));
ALTER TABLE public.orders_milestone ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_milestone_delete ON public.orders_milestone FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_milestone_insert ON public.orders_milestone FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_milestone_read ON public.orders_milestone FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR (EXISTS ( SELECT 1
   FROM public.order_ above
  WHERE ((above.id = orders_milestone.order_id) AND (above.inspector_id = (NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint))))));
CREATE POLICY orders_milestone_update ON public.orders_milestone FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.orders_orderline ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_orderline_delete ON public.orders_orderline FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_orderline_insert ON public.orders_orderline FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_orderline_read ON public.orders_orderline FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR (EXISTS ( SELECT 1
   FROM public.order_ above
  WHERE ((above.id = orders_orderline.order_id) AND (above.inspector_id = (NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint))))));
CREATE POLICY orders_orderline_update ON public.orders_orderline FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.orders_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_release_delete ON public.orders_release FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_release_insert ON public.orders_release FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_release_read ON public.orders_release FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_release_update ON public.orders_release FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.orders_shortclosing ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_shortclosing_delete ON public.orders_shortclosing FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_shortclosing_insert ON public.orders_shortclosing FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_shortclosing_read ON public.orders_shortclosing FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_shortclosing_update ON public.orders_shortclosing FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.orders_signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_signature_delete ON public.orders_signature FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_signature_insert ON public.orders_signature FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_signature_read ON public.orders_signature FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY orders_signature_update ON public.orders_signature FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.papers_paper ENABLE ROW LEVEL SECURITY;
CREATE POLICY papers_paper_delete ON public.papers_paper FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY papers_paper_insert ON public.papers_paper FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY papers_paper_read ON public.papers_paper FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY papers_paper_update ON public.papers_paper FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.readiness_task ENABLE ROW LEVEL SECURITY;
CREATE POLICY readiness_task_delete ON public.readiness_task FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY readiness_task_insert ON public.readiness_task FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY readiness_task_read ON public.readiness_task FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY readiness_task_update ON public.readiness_task FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.shipments_container ENABLE ROW LEVEL SECURITY;
CREATE POLICY shipments_container_delete ON public.shipments_container FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_container_insert ON public.shipments_container FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_container_read ON public.shipments_container FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_container_update ON public.shipments_container FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.shipments_package ENABLE ROW LEVEL SECURITY;
CREATE POLICY shipments_package_delete ON public.shipments_package FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_package_insert ON public.shipments_package FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_package_read ON public.shipments_package FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_package_update ON public.shipments_package FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.shipments_shipment ENABLE ROW LEVEL SECURITY;
CREATE POLICY shipments_shipment_delete ON public.shipments_shipment FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipment_insert ON public.shipments_shipment FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipment_read ON public.shipments_shipment FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipment_update ON public.shipments_shipment FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.shipments_shipmentevent ENABLE ROW LEVEL SECURITY;
CREATE POLICY shipments_shipmentevent_delete ON public.shipments_shipmentevent FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipmentevent_insert ON public.shipments_shipmentevent FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipmentevent_read ON public.shipments_shipmentevent FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipmentevent_update ON public.shipments_shipmentevent FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.shipments_shipmentline ENABLE ROW LEVEL SECURITY;
CREATE POLICY shipments_shipmentline_delete ON public.shipments_shipmentline FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipmentline_insert ON public.shipments_shipmentline FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipmentline_read ON public.shipments_shipmentline FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY shipments_shipmentline_update ON public.shipments_shipmentline FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.sourcing_costalert ENABLE ROW LEVEL SECURITY;
CREATE POLICY sourcing_costalert_delete ON public.sourcing_costalert FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_costalert_insert ON public.sourcing_costalert FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_costalert_read ON public.sourcing_costalert FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_costalert_update ON public.sourcing_costalert FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.sourcing_counteroffer ENABLE ROW LEVEL SECURITY;
CREATE POLICY sourcing_counteroffer_delete ON public.sourcing_counteroffer FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_counteroffer_insert ON public.sourcing_counteroffer FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_counteroffer_read ON public.sourcing_counteroffer FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_counteroffer_update ON public.sourcing_counteroffer FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.sourcing_inquiry ENABLE ROW LEVEL SECURITY;
CREATE POLICY sourcing_inquiry_delete ON public.sourcing_inquiry FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_inquiry_insert ON public.sourcing_inquiry FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_inquiry_read ON public.sourcing_inquiry FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_inquiry_update ON public.sourcing_inquiry FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.sourcing_quotation ENABLE ROW LEVEL SECURITY;
CREATE POLICY sourcing_quotation_delete ON public.sourcing_quotation FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotation_insert ON public.sourcing_quotation FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotation_read ON public.sourcing_quotation FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotation_update ON public.sourcing_quotation FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.sourcing_quotationline ENABLE ROW LEVEL SECURITY;
CREATE POLICY sourcing_quotationline_delete ON public.sourcing_quotationline FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotationline_insert ON public.sourcing_quotationline FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotationline_read ON public.sourcing_quotationline FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotationline_update ON public.sourcing_quotationline FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.sourcing_quotationversion ENABLE ROW LEVEL SECURITY;
CREATE POLICY sourcing_quotationversion_delete ON public.sourcing_quotationversion FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotationversion_insert ON public.sourcing_quotationversion FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotationversion_read ON public.sourcing_quotationversion FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY sourcing_quotationversion_update ON public.sourcing_quotationversion FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = buyer_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = supplier_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.stored_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY stored_file_delete ON public.stored_file FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = owner)));
CREATE POLICY stored_file_insert ON public.stored_file FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = owner)));
CREATE POLICY stored_file_read ON public.stored_file FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = owner)));
CREATE POLICY stored_file_update ON public.stored_file FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = owner))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = owner)));
ALTER TABLE public.treasury_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY treasury_entry_delete ON public.treasury_entry FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_entry_insert ON public.treasury_entry FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_entry_read ON public.treasury_entry FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_entry_update ON public.treasury_entry FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.treasury_paymentfile ENABLE ROW LEVEL SECURITY;
CREATE POLICY treasury_paymentfile_delete ON public.treasury_paymentfile FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_paymentfile_insert ON public.treasury_paymentfile FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_paymentfile_read ON public.treasury_paymentfile FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_paymentfile_update ON public.treasury_paymentfile FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
ALTER TABLE public.treasury_payout ENABLE ROW LEVEL SECURITY;
CREATE POLICY treasury_payout_delete ON public.treasury_payout FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
CREATE POLICY treasury_payout_insert ON public.treasury_payout FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
CREATE POLICY treasury_payout_read ON public.treasury_payout FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
CREATE POLICY treasury_payout_update ON public.treasury_payout FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
ALTER TABLE public.treasury_payoutitem ENABLE ROW LEVEL SECURITY;
CREATE POLICY treasury_payoutitem_delete ON public.treasury_payoutitem FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
CREATE POLICY treasury_payoutitem_insert ON public.treasury_payoutitem FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
CREATE POLICY treasury_payoutitem_read ON public.treasury_payoutitem FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
CREATE POLICY treasury_payoutitem_update ON public.treasury_payoutitem FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = payee_id)));
ALTER TABLE public.treasury_statement ENABLE ROW LEVEL SECURITY;
CREATE POLICY treasury_statement_delete ON public.treasury_statement FOR DELETE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_statement_insert ON public.treasury_statement FOR INSERT WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_statement_read ON public.treasury_statement FOR SELECT USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
CREATE POLICY treasury_statement_update ON public.treasury_statement FOR UPDATE USING (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id))) WITH CHECK (((current_setting('fondouk.scope'::text, true) = 'system'::text) OR ((NULLIF(current_setting('fondouk.company'::text, true), ''::text))::bigint = operator_id)));
DO $$ DECLARE grantee text; BEGIN
    FOR grantee IN SELECT rolname FROM pg_roles
        WHERE rolname <> current_user AND NOT rolsuper AND rolname NOT LIKE 'pg\_%' LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON public.account, public.event, public.orders_inspectionreport, public.orders_release, public.orders_signature, public.papers_paper, public.requirement, public.shipments_shipmentevent, public.sourcing_costalert, public.sourcing_counteroffer, public.sourcing_quotationline, public.sourcing_quotationversion, public.transfer, public.treasury_paymentfile, public.treasury_statement FROM %I', grantee);
    END LOOP;
END $$;

INSERT INTO public.django_content_type VALUES (1, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (3, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (4, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (5, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (6, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (7, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (8, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type VALUES (9, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (10, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (11, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (12, 'events', 'commandoutcome');
INSERT INTO public.django_content_type VALUES (13, 'events', 'event');
INSERT INTO public.django_content_type VALUES (14, 'events', 'unread');
INSERT INTO public.django_content_type VALUES (15, 'files', 'storedfile');
INSERT INTO public.django_content_type VALUES (16, 'fx', 'edition');
INSERT INTO public.django_content_type VALUES (17, 'fx', 'rate');
INSERT INTO public.django_content_type VALUES (18, 'places', 'importedplace');
INSERT INTO public.django_content_type VALUES (19, 'tariffs', 'edition');
INSERT INTO public.django_content_type VALUES (20, 'tariffs', 'groupmember');
INSERT INTO public.django_content_type VALUES (21, 'tariffs', 'regime');
INSERT INTO public.django_content_type VALUES (22, 'tariffs', 'listedcode');
INSERT INTO public.django_content_type VALUES (23, 'tariffs', 'measure');
INSERT INTO public.django_content_type VALUES (24, 'tariffs', 'heading');
INSERT INTO public.django_content_type VALUES (25, 'freight', 'charge');
INSERT INTO public.django_content_type VALUES (26, 'freight', 'edition');
INSERT INTO public.django_content_type VALUES (27, 'freight', 'ratecard');
INSERT INTO public.django_content_type VALUES (28, 'ledger', 'account');
INSERT INTO public.django_content_type VALUES (29, 'ledger', 'transfer');
INSERT INTO public.django_content_type VALUES (30, 'requirements', 'requirement');
INSERT INTO public.django_content_type VALUES (31, 'companies', 'trustfact');
INSERT INTO public.django_content_type VALUES (32, 'companies', 'person');
INSERT INTO public.django_content_type VALUES (33, 'companies', 'company');
INSERT INTO public.django_content_type VALUES (34, 'companies', 'bankaccount');
INSERT INTO public.django_content_type VALUES (35, 'companies', 'evidence');
INSERT INTO public.django_content_type VALUES (36, 'companies', 'invitation');
INSERT INTO public.django_content_type VALUES (37, 'companies', 'mandate');
INSERT INTO public.django_content_type VALUES (38, 'companies', 'member');
INSERT INTO public.django_content_type VALUES (39, 'catalogue', 'hsheading');
INSERT INTO public.django_content_type VALUES (40, 'catalogue', 'category');
INSERT INTO public.django_content_type VALUES (41, 'catalogue', 'product');
INSERT INTO public.django_content_type VALUES (42, 'catalogue', 'pricelist');
INSERT INTO public.django_content_type VALUES (43, 'catalogue', 'photo');
INSERT INTO public.django_content_type VALUES (44, 'catalogue', 'productcertificate');
INSERT INTO public.django_content_type VALUES (45, 'catalogue', 'productpreference');
INSERT INTO public.django_content_type VALUES (46, 'catalogue', 'producttext');
INSERT INTO public.django_content_type VALUES (47, 'catalogue', 'storefront');
INSERT INTO public.django_content_type VALUES (48, 'catalogue', 'tariffcode');
INSERT INTO public.django_content_type VALUES (49, 'catalogue', 'pricebreak');
INSERT INTO public.django_content_type VALUES (50, 'catalogue', 'billofmaterials');
INSERT INTO public.django_content_type VALUES (51, 'catalogue', 'billmaterial');
INSERT INTO public.django_content_type VALUES (52, 'catalogue', 'billcost');
INSERT INTO public.django_content_type VALUES (53, 'catalogue', 'billuse');
INSERT INTO public.django_content_type VALUES (54, 'catalogue', 'origindeclaration');
INSERT INTO public.django_content_type VALUES (55, 'catalogue', 'productorigin');
INSERT INTO public.django_content_type VALUES (56, 'conversations', 'conversation');
INSERT INTO public.django_content_type VALUES (57, 'conversations', 'message');
INSERT INTO public.django_content_type VALUES (58, 'conversations', 'attachment');
INSERT INTO public.django_content_type VALUES (59, 'conversations', 'readmark');
INSERT INTO public.django_content_type VALUES (60, 'papers', 'paper');
INSERT INTO public.django_content_type VALUES (61, 'sourcing', 'inquiry');
INSERT INTO public.django_content_type VALUES (62, 'sourcing', 'quotation');
INSERT INTO public.django_content_type VALUES (63, 'sourcing', 'counteroffer');
INSERT INTO public.django_content_type VALUES (64, 'sourcing', 'quotationline');
INSERT INTO public.django_content_type VALUES (65, 'sourcing', 'quotationversion');
INSERT INTO public.django_content_type VALUES (66, 'sourcing', 'holder');
INSERT INTO public.django_content_type VALUES (67, 'sourcing', 'costalert');
INSERT INTO public.django_content_type VALUES (68, 'orders', 'termsinforce');
INSERT INTO public.django_content_type VALUES (69, 'orders', 'tolerance');
INSERT INTO public.django_content_type VALUES (70, 'orders', 'order');
INSERT INTO public.django_content_type VALUES (71, 'orders', 'orderline');
INSERT INTO public.django_content_type VALUES (72, 'orders', 'review');
INSERT INTO public.django_content_type VALUES (73, 'orders', 'signature');
INSERT INTO public.django_content_type VALUES (74, 'orders', 'inspectionreport');
INSERT INTO public.django_content_type VALUES (75, 'orders', 'milestone');
INSERT INTO public.django_content_type VALUES (76, 'orders', 'release');
INSERT INTO public.django_content_type VALUES (77, 'orders', 'claim');
INSERT INTO public.django_content_type VALUES (78, 'orders', 'shortclosing');
INSERT INTO public.django_content_type VALUES (79, 'shipments', 'shipment');
INSERT INTO public.django_content_type VALUES (80, 'shipments', 'package');
INSERT INTO public.django_content_type VALUES (81, 'shipments', 'container');
INSERT INTO public.django_content_type VALUES (82, 'shipments', 'shipmentevent');
INSERT INTO public.django_content_type VALUES (83, 'shipments', 'shipmentline');
INSERT INTO public.django_content_type VALUES (84, 'treasury', 'paymentfile');
INSERT INTO public.django_content_type VALUES (85, 'treasury', 'payout');
INSERT INTO public.django_content_type VALUES (86, 'treasury', 'payoutitem');
INSERT INTO public.django_content_type VALUES (87, 'treasury', 'statement');
INSERT INTO public.django_content_type VALUES (88, 'treasury', 'entry');
INSERT INTO public.django_content_type VALUES (89, 'partners', 'prospect');
INSERT INTO public.django_content_type VALUES (90, 'agencies', 'agreement');
INSERT INTO public.django_content_type VALUES (91, 'pavilions', 'pavilion');
INSERT INTO public.django_content_type VALUES (92, 'pavilions', 'mission');
INSERT INTO public.django_content_type VALUES (93, 'pavilions', 'collection');
INSERT INTO public.django_content_type VALUES (94, 'discovery', 'listing');
INSERT INTO public.django_content_type VALUES (95, 'discovery', 'savedsearch');
INSERT INTO public.django_content_type VALUES (96, 'discovery', 'savedproduct');
INSERT INTO public.django_content_type VALUES (97, 'discovery', 'supplierfront');
INSERT INTO public.django_content_type VALUES (98, 'readiness', 'mark');
INSERT INTO public.django_content_type VALUES (99, 'readiness', 'task');
INSERT INTO public.django_content_type VALUES (100, 'reference', 'load');
INSERT INTO public.django_content_type VALUES (101, 'reference', 'import');
INSERT INTO public.django_content_type VALUES (102, 'notifications', 'notice');
INSERT INTO public.auth_permission VALUES (1, 'Can add permission', 1, 'add_permission');
INSERT INTO public.auth_permission VALUES (2, 'Can change permission', 1, 'change_permission');
INSERT INTO public.auth_permission VALUES (3, 'Can delete permission', 1, 'delete_permission');
INSERT INTO public.auth_permission VALUES (4, 'Can view permission', 1, 'view_permission');
INSERT INTO public.auth_permission VALUES (5, 'Can add group', 2, 'add_group');
INSERT INTO public.auth_permission VALUES (6, 'Can change group', 2, 'change_group');
INSERT INTO public.auth_permission VALUES (7, 'Can delete group', 2, 'delete_group');
INSERT INTO public.auth_permission VALUES (8, 'Can view group', 2, 'view_group');
INSERT INTO public.auth_permission VALUES (9, 'Can add content type', 3, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (10, 'Can change content type', 3, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (11, 'Can delete content type', 3, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (12, 'Can view content type', 3, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (13, 'Can add session', 4, 'add_session');
INSERT INTO public.auth_permission VALUES (14, 'Can change session', 4, 'change_session');
INSERT INTO public.auth_permission VALUES (15, 'Can delete session', 4, 'delete_session');
INSERT INTO public.auth_permission VALUES (16, 'Can view session', 4, 'view_session');
INSERT INTO public.auth_permission VALUES (17, 'Can add procrastinate event', 5, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (18, 'Can change procrastinate event', 5, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (19, 'Can delete procrastinate event', 5, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (20, 'Can view procrastinate event', 5, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (21, 'Can add procrastinate job', 6, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (22, 'Can change procrastinate job', 6, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (23, 'Can delete procrastinate job', 6, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (24, 'Can view procrastinate job', 6, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (25, 'Can add procrastinate periodic defer', 7, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (26, 'Can change procrastinate periodic defer', 7, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (27, 'Can delete procrastinate periodic defer', 7, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (28, 'Can view procrastinate periodic defer', 7, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (29, 'Can add procrastinate worker', 8, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (30, 'Can change procrastinate worker', 8, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (31, 'Can delete procrastinate worker', 8, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (32, 'Can view procrastinate worker', 8, 'view_procrastinateworker');
INSERT INTO public.auth_permission VALUES (33, 'Can add email address', 9, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (34, 'Can change email address', 9, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (35, 'Can delete email address', 9, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (36, 'Can view email address', 9, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (37, 'Can add email confirmation', 10, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (38, 'Can change email confirmation', 10, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (39, 'Can delete email confirmation', 10, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (40, 'Can view email confirmation', 10, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (41, 'Can add authenticator', 11, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (42, 'Can change authenticator', 11, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (43, 'Can delete authenticator', 11, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (44, 'Can view authenticator', 11, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (45, 'Can add command outcome', 12, 'add_commandoutcome');
INSERT INTO public.auth_permission VALUES (46, 'Can change command outcome', 12, 'change_commandoutcome');
INSERT INTO public.auth_permission VALUES (47, 'Can delete command outcome', 12, 'delete_commandoutcome');
INSERT INTO public.auth_permission VALUES (48, 'Can view command outcome', 12, 'view_commandoutcome');
INSERT INTO public.auth_permission VALUES (49, 'Can add event', 13, 'add_event');
INSERT INTO public.auth_permission VALUES (50, 'Can change event', 13, 'change_event');
INSERT INTO public.auth_permission VALUES (51, 'Can delete event', 13, 'delete_event');
INSERT INTO public.auth_permission VALUES (52, 'Can view event', 13, 'view_event');
INSERT INTO public.auth_permission VALUES (53, 'Can add unread', 14, 'add_unread');
INSERT INTO public.auth_permission VALUES (54, 'Can change unread', 14, 'change_unread');
INSERT INTO public.auth_permission VALUES (55, 'Can delete unread', 14, 'delete_unread');
INSERT INTO public.auth_permission VALUES (56, 'Can view unread', 14, 'view_unread');
INSERT INTO public.auth_permission VALUES (57, 'Can add stored file', 15, 'add_storedfile');
INSERT INTO public.auth_permission VALUES (58, 'Can change stored file', 15, 'change_storedfile');
INSERT INTO public.auth_permission VALUES (59, 'Can delete stored file', 15, 'delete_storedfile');
INSERT INTO public.auth_permission VALUES (60, 'Can view stored file', 15, 'view_storedfile');
INSERT INTO public.auth_permission VALUES (61, 'Can add edition', 16, 'add_edition');
INSERT INTO public.auth_permission VALUES (62, 'Can change edition', 16, 'change_edition');
INSERT INTO public.auth_permission VALUES (63, 'Can delete edition', 16, 'delete_edition');
INSERT INTO public.auth_permission VALUES (64, 'Can view edition', 16, 'view_edition');
INSERT INTO public.auth_permission VALUES (65, 'Can add rate', 17, 'add_rate');
INSERT INTO public.auth_permission VALUES (66, 'Can change rate', 17, 'change_rate');
INSERT INTO public.auth_permission VALUES (67, 'Can delete rate', 17, 'delete_rate');
INSERT INTO public.auth_permission VALUES (68, 'Can view rate', 17, 'view_rate');
INSERT INTO public.auth_permission VALUES (69, 'Can add imported place', 18, 'add_importedplace');
INSERT INTO public.auth_permission VALUES (70, 'Can change imported place', 18, 'change_importedplace');
INSERT INTO public.auth_permission VALUES (71, 'Can delete imported place', 18, 'delete_importedplace');
INSERT INTO public.auth_permission VALUES (72, 'Can view imported place', 18, 'view_importedplace');
INSERT INTO public.auth_permission VALUES (73, 'Can add edition', 19, 'add_edition');
INSERT INTO public.auth_permission VALUES (74, 'Can change edition', 19, 'change_edition');
INSERT INTO public.auth_permission VALUES (75, 'Can delete edition', 19, 'delete_edition');
INSERT INTO public.auth_permission VALUES (76, 'Can view edition', 19, 'view_edition');
INSERT INTO public.auth_permission VALUES (77, 'Can add group member', 20, 'add_groupmember');
INSERT INTO public.auth_permission VALUES (78, 'Can change group member', 20, 'change_groupmember');
INSERT INTO public.auth_permission VALUES (79, 'Can delete group member', 20, 'delete_groupmember');
INSERT INTO public.auth_permission VALUES (80, 'Can view group member', 20, 'view_groupmember');
INSERT INTO public.auth_permission VALUES (81, 'Can add regime', 21, 'add_regime');
INSERT INTO public.auth_permission VALUES (82, 'Can change regime', 21, 'change_regime');
INSERT INTO public.auth_permission VALUES (83, 'Can delete regime', 21, 'delete_regime');
INSERT INTO public.auth_permission VALUES (84, 'Can view regime', 21, 'view_regime');
INSERT INTO public.auth_permission VALUES (85, 'Can add listed code', 22, 'add_listedcode');
INSERT INTO public.auth_permission VALUES (86, 'Can change listed code', 22, 'change_listedcode');
INSERT INTO public.auth_permission VALUES (87, 'Can delete listed code', 22, 'delete_listedcode');
INSERT INTO public.auth_permission VALUES (88, 'Can view listed code', 22, 'view_listedcode');
INSERT INTO public.auth_permission VALUES (89, 'Can add measure', 23, 'add_measure');
INSERT INTO public.auth_permission VALUES (90, 'Can change measure', 23, 'change_measure');
INSERT INTO public.auth_permission VALUES (91, 'Can delete measure', 23, 'delete_measure');
INSERT INTO public.auth_permission VALUES (92, 'Can view measure', 23, 'view_measure');
INSERT INTO public.auth_permission VALUES (93, 'Can add heading', 24, 'add_heading');
INSERT INTO public.auth_permission VALUES (94, 'Can change heading', 24, 'change_heading');
INSERT INTO public.auth_permission VALUES (95, 'Can delete heading', 24, 'delete_heading');
INSERT INTO public.auth_permission VALUES (96, 'Can view heading', 24, 'view_heading');
INSERT INTO public.auth_permission VALUES (97, 'Can add charge', 25, 'add_charge');
INSERT INTO public.auth_permission VALUES (98, 'Can change charge', 25, 'change_charge');
INSERT INTO public.auth_permission VALUES (99, 'Can delete charge', 25, 'delete_charge');
INSERT INTO public.auth_permission VALUES (100, 'Can view charge', 25, 'view_charge');
INSERT INTO public.auth_permission VALUES (101, 'Can add edition', 26, 'add_edition');
INSERT INTO public.auth_permission VALUES (102, 'Can change edition', 26, 'change_edition');
INSERT INTO public.auth_permission VALUES (103, 'Can delete edition', 26, 'delete_edition');
INSERT INTO public.auth_permission VALUES (104, 'Can view edition', 26, 'view_edition');
INSERT INTO public.auth_permission VALUES (105, 'Can add rate card', 27, 'add_ratecard');
INSERT INTO public.auth_permission VALUES (106, 'Can change rate card', 27, 'change_ratecard');
INSERT INTO public.auth_permission VALUES (107, 'Can delete rate card', 27, 'delete_ratecard');
INSERT INTO public.auth_permission VALUES (108, 'Can view rate card', 27, 'view_ratecard');
INSERT INTO public.auth_permission VALUES (109, 'Can add account', 28, 'add_account');
INSERT INTO public.auth_permission VALUES (110, 'Can change account', 28, 'change_account');
INSERT INTO public.auth_permission VALUES (111, 'Can delete account', 28, 'delete_account');
INSERT INTO public.auth_permission VALUES (112, 'Can view account', 28, 'view_account');
INSERT INTO public.auth_permission VALUES (113, 'Can add transfer', 29, 'add_transfer');
INSERT INTO public.auth_permission VALUES (114, 'Can change transfer', 29, 'change_transfer');
INSERT INTO public.auth_permission VALUES (115, 'Can delete transfer', 29, 'delete_transfer');
INSERT INTO public.auth_permission VALUES (116, 'Can view transfer', 29, 'view_transfer');
INSERT INTO public.auth_permission VALUES (117, 'Can add requirement', 30, 'add_requirement');
INSERT INTO public.auth_permission VALUES (118, 'Can change requirement', 30, 'change_requirement');
INSERT INTO public.auth_permission VALUES (119, 'Can delete requirement', 30, 'delete_requirement');
INSERT INTO public.auth_permission VALUES (120, 'Can view requirement', 30, 'view_requirement');
INSERT INTO public.auth_permission VALUES (121, 'Can add trust fact', 31, 'add_trustfact');
INSERT INTO public.auth_permission VALUES (122, 'Can change trust fact', 31, 'change_trustfact');
INSERT INTO public.auth_permission VALUES (123, 'Can delete trust fact', 31, 'delete_trustfact');
INSERT INTO public.auth_permission VALUES (124, 'Can view trust fact', 31, 'view_trustfact');
INSERT INTO public.auth_permission VALUES (125, 'Can add person', 32, 'add_person');
INSERT INTO public.auth_permission VALUES (126, 'Can change person', 32, 'change_person');
INSERT INTO public.auth_permission VALUES (127, 'Can delete person', 32, 'delete_person');
INSERT INTO public.auth_permission VALUES (128, 'Can view person', 32, 'view_person');
INSERT INTO public.auth_permission VALUES (129, 'Can add company', 33, 'add_company');
INSERT INTO public.auth_permission VALUES (130, 'Can change company', 33, 'change_company');
INSERT INTO public.auth_permission VALUES (131, 'Can delete company', 33, 'delete_company');
INSERT INTO public.auth_permission VALUES (132, 'Can view company', 33, 'view_company');
INSERT INTO public.auth_permission VALUES (133, 'Can add bank account', 34, 'add_bankaccount');
INSERT INTO public.auth_permission VALUES (134, 'Can change bank account', 34, 'change_bankaccount');
INSERT INTO public.auth_permission VALUES (135, 'Can delete bank account', 34, 'delete_bankaccount');
INSERT INTO public.auth_permission VALUES (136, 'Can view bank account', 34, 'view_bankaccount');
INSERT INTO public.auth_permission VALUES (137, 'Can add evidence', 35, 'add_evidence');
INSERT INTO public.auth_permission VALUES (138, 'Can change evidence', 35, 'change_evidence');
INSERT INTO public.auth_permission VALUES (139, 'Can delete evidence', 35, 'delete_evidence');
INSERT INTO public.auth_permission VALUES (140, 'Can view evidence', 35, 'view_evidence');
INSERT INTO public.auth_permission VALUES (141, 'Can add invitation', 36, 'add_invitation');
INSERT INTO public.auth_permission VALUES (142, 'Can change invitation', 36, 'change_invitation');
INSERT INTO public.auth_permission VALUES (143, 'Can delete invitation', 36, 'delete_invitation');
INSERT INTO public.auth_permission VALUES (144, 'Can view invitation', 36, 'view_invitation');
INSERT INTO public.auth_permission VALUES (145, 'Can add mandate', 37, 'add_mandate');
INSERT INTO public.auth_permission VALUES (146, 'Can change mandate', 37, 'change_mandate');
INSERT INTO public.auth_permission VALUES (147, 'Can delete mandate', 37, 'delete_mandate');
INSERT INTO public.auth_permission VALUES (148, 'Can view mandate', 37, 'view_mandate');
INSERT INTO public.auth_permission VALUES (149, 'Can add member', 38, 'add_member');
INSERT INTO public.auth_permission VALUES (150, 'Can change member', 38, 'change_member');
INSERT INTO public.auth_permission VALUES (151, 'Can delete member', 38, 'delete_member');
INSERT INTO public.auth_permission VALUES (152, 'Can view member', 38, 'view_member');
INSERT INTO public.auth_permission VALUES (153, 'Can add hs heading', 39, 'add_hsheading');
INSERT INTO public.auth_permission VALUES (154, 'Can change hs heading', 39, 'change_hsheading');
INSERT INTO public.auth_permission VALUES (155, 'Can delete hs heading', 39, 'delete_hsheading');
INSERT INTO public.auth_permission VALUES (156, 'Can view hs heading', 39, 'view_hsheading');
INSERT INTO public.auth_permission VALUES (157, 'Can add category', 40, 'add_category');
INSERT INTO public.auth_permission VALUES (158, 'Can change category', 40, 'change_category');
INSERT INTO public.auth_permission VALUES (159, 'Can delete category', 40, 'delete_category');
INSERT INTO public.auth_permission VALUES (160, 'Can view category', 40, 'view_category');
INSERT INTO public.auth_permission VALUES (161, 'Can add product', 41, 'add_product');
INSERT INTO public.auth_permission VALUES (162, 'Can change product', 41, 'change_product');
INSERT INTO public.auth_permission VALUES (163, 'Can delete product', 41, 'delete_product');
INSERT INTO public.auth_permission VALUES (164, 'Can view product', 41, 'view_product');
INSERT INTO public.auth_permission VALUES (165, 'Can add price list', 42, 'add_pricelist');
INSERT INTO public.auth_permission VALUES (166, 'Can change price list', 42, 'change_pricelist');
INSERT INTO public.auth_permission VALUES (167, 'Can delete price list', 42, 'delete_pricelist');
INSERT INTO public.auth_permission VALUES (168, 'Can view price list', 42, 'view_pricelist');
INSERT INTO public.auth_permission VALUES (169, 'Can add photo', 43, 'add_photo');
INSERT INTO public.auth_permission VALUES (170, 'Can change photo', 43, 'change_photo');
INSERT INTO public.auth_permission VALUES (171, 'Can delete photo', 43, 'delete_photo');
INSERT INTO public.auth_permission VALUES (172, 'Can view photo', 43, 'view_photo');
INSERT INTO public.auth_permission VALUES (173, 'Can add product certificate', 44, 'add_productcertificate');
INSERT INTO public.auth_permission VALUES (174, 'Can change product certificate', 44, 'change_productcertificate');
INSERT INTO public.auth_permission VALUES (175, 'Can delete product certificate', 44, 'delete_productcertificate');
INSERT INTO public.auth_permission VALUES (176, 'Can view product certificate', 44, 'view_productcertificate');
INSERT INTO public.auth_permission VALUES (177, 'Can add product preference', 45, 'add_productpreference');
INSERT INTO public.auth_permission VALUES (178, 'Can change product preference', 45, 'change_productpreference');
INSERT INTO public.auth_permission VALUES (179, 'Can delete product preference', 45, 'delete_productpreference');
INSERT INTO public.auth_permission VALUES (180, 'Can view product preference', 45, 'view_productpreference');
INSERT INTO public.auth_permission VALUES (181, 'Can add product text', 46, 'add_producttext');
INSERT INTO public.auth_permission VALUES (182, 'Can change product text', 46, 'change_producttext');
INSERT INTO public.auth_permission VALUES (183, 'Can delete product text', 46, 'delete_producttext');
INSERT INTO public.auth_permission VALUES (184, 'Can view product text', 46, 'view_producttext');
INSERT INTO public.auth_permission VALUES (185, 'Can add storefront', 47, 'add_storefront');
INSERT INTO public.auth_permission VALUES (186, 'Can change storefront', 47, 'change_storefront');
INSERT INTO public.auth_permission VALUES (187, 'Can delete storefront', 47, 'delete_storefront');
INSERT INTO public.auth_permission VALUES (188, 'Can view storefront', 47, 'view_storefront');
INSERT INTO public.auth_permission VALUES (189, 'Can add tariff code', 48, 'add_tariffcode');
INSERT INTO public.auth_permission VALUES (190, 'Can change tariff code', 48, 'change_tariffcode');
INSERT INTO public.auth_permission VALUES (191, 'Can delete tariff code', 48, 'delete_tariffcode');
INSERT INTO public.auth_permission VALUES (192, 'Can view tariff code', 48, 'view_tariffcode');
INSERT INTO public.auth_permission VALUES (193, 'Can add price break', 49, 'add_pricebreak');
INSERT INTO public.auth_permission VALUES (194, 'Can change price break', 49, 'change_pricebreak');
INSERT INTO public.auth_permission VALUES (195, 'Can delete price break', 49, 'delete_pricebreak');
INSERT INTO public.auth_permission VALUES (196, 'Can view price break', 49, 'view_pricebreak');
INSERT INTO public.auth_permission VALUES (197, 'Can add bill of materials', 50, 'add_billofmaterials');
INSERT INTO public.auth_permission VALUES (198, 'Can change bill of materials', 50, 'change_billofmaterials');
INSERT INTO public.auth_permission VALUES (199, 'Can delete bill of materials', 50, 'delete_billofmaterials');
INSERT INTO public.auth_permission VALUES (200, 'Can view bill of materials', 50, 'view_billofmaterials');
INSERT INTO public.auth_permission VALUES (201, 'Can add bill material', 51, 'add_billmaterial');
INSERT INTO public.auth_permission VALUES (202, 'Can change bill material', 51, 'change_billmaterial');
INSERT INTO public.auth_permission VALUES (203, 'Can delete bill material', 51, 'delete_billmaterial');
INSERT INTO public.auth_permission VALUES (204, 'Can view bill material', 51, 'view_billmaterial');
INSERT INTO public.auth_permission VALUES (205, 'Can add bill cost', 52, 'add_billcost');
INSERT INTO public.auth_permission VALUES (206, 'Can change bill cost', 52, 'change_billcost');
INSERT INTO public.auth_permission VALUES (207, 'Can delete bill cost', 52, 'delete_billcost');
INSERT INTO public.auth_permission VALUES (208, 'Can view bill cost', 52, 'view_billcost');
INSERT INTO public.auth_permission VALUES (209, 'Can add bill use', 53, 'add_billuse');
INSERT INTO public.auth_permission VALUES (210, 'Can change bill use', 53, 'change_billuse');
INSERT INTO public.auth_permission VALUES (211, 'Can delete bill use', 53, 'delete_billuse');
INSERT INTO public.auth_permission VALUES (212, 'Can view bill use', 53, 'view_billuse');
INSERT INTO public.auth_permission VALUES (213, 'Can add origin declaration', 54, 'add_origindeclaration');
INSERT INTO public.auth_permission VALUES (214, 'Can change origin declaration', 54, 'change_origindeclaration');
INSERT INTO public.auth_permission VALUES (215, 'Can delete origin declaration', 54, 'delete_origindeclaration');
INSERT INTO public.auth_permission VALUES (216, 'Can view origin declaration', 54, 'view_origindeclaration');
INSERT INTO public.auth_permission VALUES (217, 'Can add product origin', 55, 'add_productorigin');
INSERT INTO public.auth_permission VALUES (218, 'Can change product origin', 55, 'change_productorigin');
INSERT INTO public.auth_permission VALUES (219, 'Can delete product origin', 55, 'delete_productorigin');
INSERT INTO public.auth_permission VALUES (220, 'Can view product origin', 55, 'view_productorigin');
INSERT INTO public.auth_permission VALUES (221, 'Can add conversation', 56, 'add_conversation');
INSERT INTO public.auth_permission VALUES (222, 'Can change conversation', 56, 'change_conversation');
INSERT INTO public.auth_permission VALUES (223, 'Can delete conversation', 56, 'delete_conversation');
INSERT INTO public.auth_permission VALUES (224, 'Can view conversation', 56, 'view_conversation');
INSERT INTO public.auth_permission VALUES (225, 'Can add message', 57, 'add_message');
INSERT INTO public.auth_permission VALUES (226, 'Can change message', 57, 'change_message');
INSERT INTO public.auth_permission VALUES (227, 'Can delete message', 57, 'delete_message');
INSERT INTO public.auth_permission VALUES (228, 'Can view message', 57, 'view_message');
INSERT INTO public.auth_permission VALUES (229, 'Can add attachment', 58, 'add_attachment');
INSERT INTO public.auth_permission VALUES (230, 'Can change attachment', 58, 'change_attachment');
INSERT INTO public.auth_permission VALUES (231, 'Can delete attachment', 58, 'delete_attachment');
INSERT INTO public.auth_permission VALUES (232, 'Can view attachment', 58, 'view_attachment');
INSERT INTO public.auth_permission VALUES (233, 'Can add read mark', 59, 'add_readmark');
INSERT INTO public.auth_permission VALUES (234, 'Can change read mark', 59, 'change_readmark');
INSERT INTO public.auth_permission VALUES (235, 'Can delete read mark', 59, 'delete_readmark');
INSERT INTO public.auth_permission VALUES (236, 'Can view read mark', 59, 'view_readmark');
INSERT INTO public.auth_permission VALUES (237, 'Can add paper', 60, 'add_paper');
INSERT INTO public.auth_permission VALUES (238, 'Can change paper', 60, 'change_paper');
INSERT INTO public.auth_permission VALUES (239, 'Can delete paper', 60, 'delete_paper');
INSERT INTO public.auth_permission VALUES (240, 'Can view paper', 60, 'view_paper');
INSERT INTO public.auth_permission VALUES (241, 'Can add inquiry', 61, 'add_inquiry');
INSERT INTO public.auth_permission VALUES (242, 'Can change inquiry', 61, 'change_inquiry');
INSERT INTO public.auth_permission VALUES (243, 'Can delete inquiry', 61, 'delete_inquiry');
INSERT INTO public.auth_permission VALUES (244, 'Can view inquiry', 61, 'view_inquiry');
INSERT INTO public.auth_permission VALUES (245, 'Can add quotation', 62, 'add_quotation');
INSERT INTO public.auth_permission VALUES (246, 'Can change quotation', 62, 'change_quotation');
INSERT INTO public.auth_permission VALUES (247, 'Can delete quotation', 62, 'delete_quotation');
INSERT INTO public.auth_permission VALUES (248, 'Can view quotation', 62, 'view_quotation');
INSERT INTO public.auth_permission VALUES (249, 'Can add counter offer', 63, 'add_counteroffer');
INSERT INTO public.auth_permission VALUES (250, 'Can change counter offer', 63, 'change_counteroffer');
INSERT INTO public.auth_permission VALUES (251, 'Can delete counter offer', 63, 'delete_counteroffer');
INSERT INTO public.auth_permission VALUES (252, 'Can view counter offer', 63, 'view_counteroffer');
INSERT INTO public.auth_permission VALUES (253, 'Can add quotation line', 64, 'add_quotationline');
INSERT INTO public.auth_permission VALUES (254, 'Can change quotation line', 64, 'change_quotationline');
INSERT INTO public.auth_permission VALUES (255, 'Can delete quotation line', 64, 'delete_quotationline');
INSERT INTO public.auth_permission VALUES (256, 'Can view quotation line', 64, 'view_quotationline');
INSERT INTO public.auth_permission VALUES (257, 'Can add quotation version', 65, 'add_quotationversion');
INSERT INTO public.auth_permission VALUES (258, 'Can change quotation version', 65, 'change_quotationversion');
INSERT INTO public.auth_permission VALUES (259, 'Can delete quotation version', 65, 'delete_quotationversion');
INSERT INTO public.auth_permission VALUES (260, 'Can view quotation version', 65, 'view_quotationversion');
INSERT INTO public.auth_permission VALUES (261, 'Can add holder', 66, 'add_holder');
INSERT INTO public.auth_permission VALUES (262, 'Can change holder', 66, 'change_holder');
INSERT INTO public.auth_permission VALUES (263, 'Can delete holder', 66, 'delete_holder');
INSERT INTO public.auth_permission VALUES (264, 'Can view holder', 66, 'view_holder');
INSERT INTO public.auth_permission VALUES (265, 'Can add cost alert', 67, 'add_costalert');
INSERT INTO public.auth_permission VALUES (266, 'Can change cost alert', 67, 'change_costalert');
INSERT INTO public.auth_permission VALUES (267, 'Can delete cost alert', 67, 'delete_costalert');
INSERT INTO public.auth_permission VALUES (268, 'Can view cost alert', 67, 'view_costalert');
INSERT INTO public.auth_permission VALUES (269, 'Can add terms in force', 68, 'add_termsinforce');
INSERT INTO public.auth_permission VALUES (270, 'Can change terms in force', 68, 'change_termsinforce');
INSERT INTO public.auth_permission VALUES (271, 'Can delete terms in force', 68, 'delete_termsinforce');
INSERT INTO public.auth_permission VALUES (272, 'Can view terms in force', 68, 'view_termsinforce');
INSERT INTO public.auth_permission VALUES (273, 'Can add tolerance', 69, 'add_tolerance');
INSERT INTO public.auth_permission VALUES (274, 'Can change tolerance', 69, 'change_tolerance');
INSERT INTO public.auth_permission VALUES (275, 'Can delete tolerance', 69, 'delete_tolerance');
INSERT INTO public.auth_permission VALUES (276, 'Can view tolerance', 69, 'view_tolerance');
INSERT INTO public.auth_permission VALUES (277, 'Can add order', 70, 'add_order');
INSERT INTO public.auth_permission VALUES (278, 'Can change order', 70, 'change_order');
INSERT INTO public.auth_permission VALUES (279, 'Can delete order', 70, 'delete_order');
INSERT INTO public.auth_permission VALUES (280, 'Can view order', 70, 'view_order');
INSERT INTO public.auth_permission VALUES (281, 'Can add order line', 71, 'add_orderline');
INSERT INTO public.auth_permission VALUES (282, 'Can change order line', 71, 'change_orderline');
INSERT INTO public.auth_permission VALUES (283, 'Can delete order line', 71, 'delete_orderline');
INSERT INTO public.auth_permission VALUES (284, 'Can view order line', 71, 'view_orderline');
INSERT INTO public.auth_permission VALUES (285, 'Can add review', 72, 'add_review');
INSERT INTO public.auth_permission VALUES (286, 'Can change review', 72, 'change_review');
INSERT INTO public.auth_permission VALUES (287, 'Can delete review', 72, 'delete_review');
INSERT INTO public.auth_permission VALUES (288, 'Can view review', 72, 'view_review');
INSERT INTO public.auth_permission VALUES (289, 'Can add signature', 73, 'add_signature');
INSERT INTO public.auth_permission VALUES (290, 'Can change signature', 73, 'change_signature');
INSERT INTO public.auth_permission VALUES (291, 'Can delete signature', 73, 'delete_signature');
INSERT INTO public.auth_permission VALUES (292, 'Can view signature', 73, 'view_signature');
INSERT INTO public.auth_permission VALUES (293, 'Can add inspection report', 74, 'add_inspectionreport');
INSERT INTO public.auth_permission VALUES (294, 'Can change inspection report', 74, 'change_inspectionreport');
INSERT INTO public.auth_permission VALUES (295, 'Can delete inspection report', 74, 'delete_inspectionreport');
INSERT INTO public.auth_permission VALUES (296, 'Can view inspection report', 74, 'view_inspectionreport');
INSERT INTO public.auth_permission VALUES (297, 'Can add milestone', 75, 'add_milestone');
INSERT INTO public.auth_permission VALUES (298, 'Can change milestone', 75, 'change_milestone');
INSERT INTO public.auth_permission VALUES (299, 'Can delete milestone', 75, 'delete_milestone');
INSERT INTO public.auth_permission VALUES (300, 'Can view milestone', 75, 'view_milestone');
INSERT INTO public.auth_permission VALUES (301, 'Can add release', 76, 'add_release');
INSERT INTO public.auth_permission VALUES (302, 'Can change release', 76, 'change_release');
INSERT INTO public.auth_permission VALUES (303, 'Can delete release', 76, 'delete_release');
INSERT INTO public.auth_permission VALUES (304, 'Can view release', 76, 'view_release');
INSERT INTO public.auth_permission VALUES (305, 'Can add claim', 77, 'add_claim');
INSERT INTO public.auth_permission VALUES (306, 'Can change claim', 77, 'change_claim');
INSERT INTO public.auth_permission VALUES (307, 'Can delete claim', 77, 'delete_claim');
INSERT INTO public.auth_permission VALUES (308, 'Can view claim', 77, 'view_claim');
INSERT INTO public.auth_permission VALUES (309, 'Can add short closing', 78, 'add_shortclosing');
INSERT INTO public.auth_permission VALUES (310, 'Can change short closing', 78, 'change_shortclosing');
INSERT INTO public.auth_permission VALUES (311, 'Can delete short closing', 78, 'delete_shortclosing');
INSERT INTO public.auth_permission VALUES (312, 'Can view short closing', 78, 'view_shortclosing');
INSERT INTO public.auth_permission VALUES (313, 'Can add shipment', 79, 'add_shipment');
INSERT INTO public.auth_permission VALUES (314, 'Can change shipment', 79, 'change_shipment');
INSERT INTO public.auth_permission VALUES (315, 'Can delete shipment', 79, 'delete_shipment');
INSERT INTO public.auth_permission VALUES (316, 'Can view shipment', 79, 'view_shipment');
INSERT INTO public.auth_permission VALUES (317, 'Can add package', 80, 'add_package');
INSERT INTO public.auth_permission VALUES (318, 'Can change package', 80, 'change_package');
INSERT INTO public.auth_permission VALUES (319, 'Can delete package', 80, 'delete_package');
INSERT INTO public.auth_permission VALUES (320, 'Can view package', 80, 'view_package');
INSERT INTO public.auth_permission VALUES (321, 'Can add container', 81, 'add_container');
INSERT INTO public.auth_permission VALUES (322, 'Can change container', 81, 'change_container');
INSERT INTO public.auth_permission VALUES (323, 'Can delete container', 81, 'delete_container');
INSERT INTO public.auth_permission VALUES (324, 'Can view container', 81, 'view_container');
INSERT INTO public.auth_permission VALUES (325, 'Can add shipment event', 82, 'add_shipmentevent');
INSERT INTO public.auth_permission VALUES (326, 'Can change shipment event', 82, 'change_shipmentevent');
INSERT INTO public.auth_permission VALUES (327, 'Can delete shipment event', 82, 'delete_shipmentevent');
INSERT INTO public.auth_permission VALUES (328, 'Can view shipment event', 82, 'view_shipmentevent');
INSERT INTO public.auth_permission VALUES (329, 'Can add shipment line', 83, 'add_shipmentline');
INSERT INTO public.auth_permission VALUES (330, 'Can change shipment line', 83, 'change_shipmentline');
INSERT INTO public.auth_permission VALUES (331, 'Can delete shipment line', 83, 'delete_shipmentline');
INSERT INTO public.auth_permission VALUES (332, 'Can view shipment line', 83, 'view_shipmentline');
INSERT INTO public.auth_permission VALUES (333, 'Can add payment file', 84, 'add_paymentfile');
INSERT INTO public.auth_permission VALUES (334, 'Can change payment file', 84, 'change_paymentfile');
INSERT INTO public.auth_permission VALUES (335, 'Can delete payment file', 84, 'delete_paymentfile');
INSERT INTO public.auth_permission VALUES (336, 'Can view payment file', 84, 'view_paymentfile');
INSERT INTO public.auth_permission VALUES (337, 'Can add payout', 85, 'add_payout');
INSERT INTO public.auth_permission VALUES (338, 'Can change payout', 85, 'change_payout');
INSERT INTO public.auth_permission VALUES (339, 'Can delete payout', 85, 'delete_payout');
INSERT INTO public.auth_permission VALUES (340, 'Can view payout', 85, 'view_payout');
INSERT INTO public.auth_permission VALUES (341, 'Can add payout item', 86, 'add_payoutitem');
INSERT INTO public.auth_permission VALUES (342, 'Can change payout item', 86, 'change_payoutitem');
INSERT INTO public.auth_permission VALUES (343, 'Can delete payout item', 86, 'delete_payoutitem');
INSERT INTO public.auth_permission VALUES (344, 'Can view payout item', 86, 'view_payoutitem');
INSERT INTO public.auth_permission VALUES (345, 'Can add statement', 87, 'add_statement');
INSERT INTO public.auth_permission VALUES (346, 'Can change statement', 87, 'change_statement');
INSERT INTO public.auth_permission VALUES (347, 'Can delete statement', 87, 'delete_statement');
INSERT INTO public.auth_permission VALUES (348, 'Can view statement', 87, 'view_statement');
INSERT INTO public.auth_permission VALUES (349, 'Can add entry', 88, 'add_entry');
INSERT INTO public.auth_permission VALUES (350, 'Can change entry', 88, 'change_entry');
INSERT INTO public.auth_permission VALUES (351, 'Can delete entry', 88, 'delete_entry');
INSERT INTO public.auth_permission VALUES (352, 'Can view entry', 88, 'view_entry');
INSERT INTO public.auth_permission VALUES (353, 'Can add prospect', 89, 'add_prospect');
INSERT INTO public.auth_permission VALUES (354, 'Can change prospect', 89, 'change_prospect');
INSERT INTO public.auth_permission VALUES (355, 'Can delete prospect', 89, 'delete_prospect');
INSERT INTO public.auth_permission VALUES (356, 'Can view prospect', 89, 'view_prospect');
INSERT INTO public.auth_permission VALUES (357, 'Can add agreement', 90, 'add_agreement');
INSERT INTO public.auth_permission VALUES (358, 'Can change agreement', 90, 'change_agreement');
INSERT INTO public.auth_permission VALUES (359, 'Can delete agreement', 90, 'delete_agreement');
INSERT INTO public.auth_permission VALUES (360, 'Can view agreement', 90, 'view_agreement');
INSERT INTO public.auth_permission VALUES (361, 'Can add pavilion', 91, 'add_pavilion');
INSERT INTO public.auth_permission VALUES (362, 'Can change pavilion', 91, 'change_pavilion');
INSERT INTO public.auth_permission VALUES (363, 'Can delete pavilion', 91, 'delete_pavilion');
INSERT INTO public.auth_permission VALUES (364, 'Can view pavilion', 91, 'view_pavilion');
INSERT INTO public.auth_permission VALUES (365, 'Can add mission', 92, 'add_mission');
INSERT INTO public.auth_permission VALUES (366, 'Can change mission', 92, 'change_mission');
INSERT INTO public.auth_permission VALUES (367, 'Can delete mission', 92, 'delete_mission');
INSERT INTO public.auth_permission VALUES (368, 'Can view mission', 92, 'view_mission');
INSERT INTO public.auth_permission VALUES (369, 'Can add collection', 93, 'add_collection');
INSERT INTO public.auth_permission VALUES (370, 'Can change collection', 93, 'change_collection');
INSERT INTO public.auth_permission VALUES (371, 'Can delete collection', 93, 'delete_collection');
INSERT INTO public.auth_permission VALUES (372, 'Can view collection', 93, 'view_collection');
INSERT INTO public.auth_permission VALUES (373, 'Can add listing', 94, 'add_listing');
INSERT INTO public.auth_permission VALUES (374, 'Can change listing', 94, 'change_listing');
INSERT INTO public.auth_permission VALUES (375, 'Can delete listing', 94, 'delete_listing');
INSERT INTO public.auth_permission VALUES (376, 'Can view listing', 94, 'view_listing');
INSERT INTO public.auth_permission VALUES (377, 'Can add saved search', 95, 'add_savedsearch');
INSERT INTO public.auth_permission VALUES (378, 'Can change saved search', 95, 'change_savedsearch');
INSERT INTO public.auth_permission VALUES (379, 'Can delete saved search', 95, 'delete_savedsearch');
INSERT INTO public.auth_permission VALUES (380, 'Can view saved search', 95, 'view_savedsearch');
INSERT INTO public.auth_permission VALUES (381, 'Can add saved product', 96, 'add_savedproduct');
INSERT INTO public.auth_permission VALUES (382, 'Can change saved product', 96, 'change_savedproduct');
INSERT INTO public.auth_permission VALUES (383, 'Can delete saved product', 96, 'delete_savedproduct');
INSERT INTO public.auth_permission VALUES (384, 'Can view saved product', 96, 'view_savedproduct');
INSERT INTO public.auth_permission VALUES (385, 'Can add supplier front', 97, 'add_supplierfront');
INSERT INTO public.auth_permission VALUES (386, 'Can change supplier front', 97, 'change_supplierfront');
INSERT INTO public.auth_permission VALUES (387, 'Can delete supplier front', 97, 'delete_supplierfront');
INSERT INTO public.auth_permission VALUES (388, 'Can view supplier front', 97, 'view_supplierfront');
INSERT INTO public.auth_permission VALUES (389, 'Can add mark', 98, 'add_mark');
INSERT INTO public.auth_permission VALUES (390, 'Can change mark', 98, 'change_mark');
INSERT INTO public.auth_permission VALUES (391, 'Can delete mark', 98, 'delete_mark');
INSERT INTO public.auth_permission VALUES (392, 'Can view mark', 98, 'view_mark');
INSERT INTO public.auth_permission VALUES (393, 'Can add task', 99, 'add_task');
INSERT INTO public.auth_permission VALUES (394, 'Can change task', 99, 'change_task');
INSERT INTO public.auth_permission VALUES (395, 'Can delete task', 99, 'delete_task');
INSERT INTO public.auth_permission VALUES (396, 'Can view task', 99, 'view_task');
INSERT INTO public.auth_permission VALUES (397, 'Can add load', 100, 'add_load');
INSERT INTO public.auth_permission VALUES (398, 'Can change load', 100, 'change_load');
INSERT INTO public.auth_permission VALUES (399, 'Can delete load', 100, 'delete_load');
INSERT INTO public.auth_permission VALUES (400, 'Can view load', 100, 'view_load');
INSERT INTO public.auth_permission VALUES (401, 'Can add import', 101, 'add_import');
INSERT INTO public.auth_permission VALUES (402, 'Can change import', 101, 'change_import');
INSERT INTO public.auth_permission VALUES (403, 'Can delete import', 101, 'delete_import');
INSERT INTO public.auth_permission VALUES (404, 'Can view import', 101, 'view_import');
INSERT INTO public.auth_permission VALUES (405, 'Can add notice', 102, 'add_notice');
INSERT INTO public.auth_permission VALUES (406, 'Can change notice', 102, 'change_notice');
INSERT INTO public.auth_permission VALUES (407, 'Can delete notice', 102, 'delete_notice');
INSERT INTO public.auth_permission VALUES (408, 'Can view notice', 102, 'view_notice');
INSERT INTO public.django_migrations VALUES (1, 'companies', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (2, 'account', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (3, 'account', '0002_email_max_length', now());
INSERT INTO public.django_migrations VALUES (4, 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations VALUES (5, 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations VALUES (6, 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations VALUES (7, 'account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations VALUES (8, 'account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations VALUES (9, 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations VALUES (10, 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations VALUES (11, 'companies', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (12, 'agencies', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (13, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (14, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations VALUES (15, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (16, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations VALUES (17, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations VALUES (18, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations VALUES (19, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations VALUES (20, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations VALUES (21, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations VALUES (22, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations VALUES (23, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations VALUES (24, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations VALUES (25, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations VALUES (26, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations VALUES (27, 'catalogue', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (28, 'catalogue', '0002_prices_fall', now());
INSERT INTO public.django_migrations VALUES (29, 'catalogue', '0003_bills', now());
INSERT INTO public.django_migrations VALUES (30, 'conversations', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (31, 'conversations', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (32, 'discovery', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (33, 'discovery', '0002_saved_products', now());
INSERT INTO public.django_migrations VALUES (34, 'discovery', '0003_listing_shipments', now());
INSERT INTO public.django_migrations VALUES (35, 'discovery', '0004_supplier_fronts', now());
INSERT INTO public.django_migrations VALUES (36, 'discovery', '0005_listing_place', now());
INSERT INTO public.django_migrations VALUES (37, 'events', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (38, 'events', '0002_append_only', now());
INSERT INTO public.django_migrations VALUES (39, 'events', '0003_set_aside', now());
INSERT INTO public.django_migrations VALUES (40, 'files', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (41, 'files', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (42, 'freight', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (43, 'freight', '0002_cut_off', now());
INSERT INTO public.django_migrations VALUES (44, 'fx', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (45, 'fx', '0002_superseded', now());
INSERT INTO public.django_migrations VALUES (46, 'ledger', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (47, 'ledger', '0002_guards', now());
INSERT INTO public.django_migrations VALUES (48, 'ledger', '0003_return_unknown_money', now());
INSERT INTO public.django_migrations VALUES (49, 'mfa', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (50, 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations VALUES (51, 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations VALUES (52, 'notifications', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (53, 'notifications', '0002_values', now());
INSERT INTO public.django_migrations VALUES (54, 'sourcing', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (55, 'orders', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (56, 'orders', '0003_policies', now());
INSERT INTO public.django_migrations VALUES (57, 'orders', '0004_released_within_received', now());
INSERT INTO public.django_migrations VALUES (58, 'orders', '0005_short_closing', now());
INSERT INTO public.django_migrations VALUES (59, 'papers', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (60, 'papers', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (61, 'partners', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (62, 'pavilions', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (63, 'pavilions', '0002_editor', now());
INSERT INTO public.django_migrations VALUES (64, 'places', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (65, 'places', '0002_editions', now());
INSERT INTO public.django_migrations VALUES (66, 'procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (67, 'procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (68, 'procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (69, 'procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations VALUES (70, 'procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations VALUES (71, 'procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations VALUES (72, 'procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations VALUES (73, 'procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations VALUES (74, 'procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations VALUES (75, 'procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations VALUES (76, 'procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations VALUES (77, 'procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations VALUES (78, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (79, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations VALUES (80, 'procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations VALUES (81, 'procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations VALUES (82, 'procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations VALUES (83, 'procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (84, 'procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations VALUES (85, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations VALUES (86, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (87, 'procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations VALUES (88, 'procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations VALUES (89, 'procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations VALUES (90, 'procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations VALUES (91, 'procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations VALUES (92, 'procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations VALUES (93, 'procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations VALUES (94, 'procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (95, 'procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations VALUES (96, 'procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations VALUES (97, 'procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (98, 'procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (99, 'procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (100, 'procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (101, 'procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations VALUES (102, 'procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (103, 'procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (104, 'procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations VALUES (105, 'procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (106, 'procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (107, 'readiness', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (108, 'readiness', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (109, 'reference', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (110, 'reference', '0002_imports', now());
INSERT INTO public.django_migrations VALUES (111, 'requirements', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (112, 'requirements', '0002_append_only', now());
INSERT INTO public.django_migrations VALUES (113, 'sessions', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (114, 'shipments', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (115, 'shipments', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (116, 'sourcing', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (117, 'sourcing', '0003_cost_alerts', now());
INSERT INTO public.django_migrations VALUES (118, 'tariffs', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (119, 'tariffs', '0002_brought_by', now());
INSERT INTO public.django_migrations VALUES (120, 'tariffs', '0003_exact_days', now());
INSERT INTO public.django_migrations VALUES (121, 'treasury', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (122, 'treasury', '0002_policies', now());
INSERT INTO public.django_migrations VALUES (123, 'treasury', '0003_return_unknown_money', now());
SELECT pg_catalog.setval('public.auth_permission_id_seq', 408, true);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 102, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 123, true);
